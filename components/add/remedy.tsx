import type { ComponentChildren } from 'preact'
import type { Failure } from '../../lib/domain/failure.ts'
import { publicLinkUrl, type PublicLink } from '../../lib/domain/public-link.ts'
import type { Translate } from '../../lib/domain/text.ts'
import { Button } from '../ui/Button.tsx'
import { OpenLink } from '../ui/OpenLink.tsx'
import { AllowServer } from './AllowServer.tsx'
import { InvitationOffer } from './InvitationOffer.tsx'

export interface Again {
  busy: boolean
  /** The account it was to be added to; the default one when absent. */
  accountId: string | undefined
  /** @param anyway in spite of the warning that the home can hardly reach the remote */
  add: (anyway: boolean) => Promise<unknown>
  run: (task: () => Promise<unknown>) => void
}

/** What the user can do at once about a link that could not be added; undefined when there is nothing. */
export function remedyFor(t: Translate, { code }: Failure, link: PublicLink, again: Again): ComponentChildren {
  if (code === 'home-permission-missing') return <AllowServer base={link.base} onAllowed={() => again.add(false)} />
  if (code === 'own-share') return <OpenLink href={publicLinkUrl(link)}>{t('add_open_link')}</OpenLink>
  if (code === 'pair-unsupported') return <InvitationOffer base={link.base} accountId={again.accountId} />
  if (code !== 'remote-private-address') return undefined
  return (
    <Button busy={again.busy} onClick={() => again.run(() => again.add(true))}>
      {t('add_anyway')}
    </Button>
  )
}
