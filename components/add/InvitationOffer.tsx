import { useEffect, useState } from 'preact/hooks'
import type { Invitation } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { hostOf } from '../host.ts'
import { Button } from '../ui/Button.tsx'
import { OpenLink } from '../ui/OpenLink.tsx'
import { useBusy } from '../useBusy.ts'

interface Props {
  /** Base of the server whose link cannot be added. */
  base: string
  accountId: string | undefined
}

/** Below a link that the two servers cannot exchange: the way by an invitation, once both are known to have it. */
export function InvitationOffer({ base, accountId }: Props) {
  const backend = useBackend()
  const t = useText()
  const [busy, run] = useBusy()
  const [found, setFound] = useState<Invitation>()
  const [asked, setAsked] = useState(false)
  const ask = async (): Promise<void> => {
    const request = { base, ...(accountId === undefined ? {} : { accountId }) }
    setFound(await backend.call('ui/invitation', request).catch(() => undefined))
  }
  useEffect(() => void ask(), [base, accountId])
  const allow = async (): Promise<void> => {
    if (!(await backend.requestOrigins([base]))) return
    setAsked(true)
    await ask()
  }
  return (
    <div class="invitation">
      <p role="status" class="small">
        {found?.is === 'possible' && t('invitation_possible')}
        {found?.is === 'not-allowed-to-ask' && t('invitation_maybe', hostOf(base))}
        {found?.is === 'impossible' && asked && t('invitation_none')}
      </p>
      {found?.is === 'possible' && <OpenLink href={found.dialog}>{t('invitation_open')}</OpenLink>}
      {found?.is === 'not-allowed-to-ask' && (
        <Button busy={busy} onClick={() => run(allow)}>
          {t('invitation_ask')}
        </Button>
      )}
    </div>
  )
}
