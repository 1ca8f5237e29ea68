import { useState } from 'preact/hooks'
import { failure as failureOf, type Failure } from '../../../lib/domain/failure.ts'
import type { ShareRules } from '../../../lib/domain/share-rules.ts'
import type { AccountView } from '../../../lib/protocol.ts'
import { useBackend, useText } from '../../context.ts'
import { FailureNotice } from '../../FailureNotice.tsx'
import { Button } from '../../ui/Button.tsx'
import { useBusy } from '../../useBusy.ts'
import { copyText } from '../clipboard.ts'
import { ShareIcon, type ShareIconName } from '../ShareIcon.tsx'
import type { Made } from './CreateShare.tsx'
import type { ChosenItem, Target } from './steps.ts'

interface Props {
  account: AccountView
  item: ChosenItem
  rules: ShareRules
  onChoose: (target: Target) => void
  onMade: (made: Made) => void
}

/** The ways to share by a link: at once, with a password and a last day, to be given files, or with everything there is. */
export function LinkWays({ account, item, rules, onChoose, onMade }: Props) {
  const backend = useBackend()
  const t = useText()
  const [busy, run] = useBusy()
  const [failure, setFailure] = useState<Failure>()
  const rule = rules.kinds.link
  if (!rule) return null
  const quick = async (): Promise<void> => {
    setFailure(undefined)
    const { path, itemType } = item
    const request = backend.call('ui/quick-link', { accountId: account.id, path, itemType })
    const link = request.then((result) =>
      result.ok ? (result.value.share.url ?? '') : Promise.reject(new Error('nothing to copy')),
    )
    const copying = copyText(link)
    const result = await request.catch(() => ({ ok: false, failure: failureOf('job-interrupted') }) as const)
    const copied = await copying
    if (result.ok) onMade({ ...result.value, copied })
    else setFailure(result.failure)
  }
  const takesFiles = item.itemType === 'folder' && rules.publicUpload
  const canProtect = rule.create.includes('password') || rule.create.includes('expires')
  return (
    <section class="ways" aria-labelledby="link-ways">
      <h3 id="link-ways">{t('create_by_link')}</h3>
      <p class="small">{t('create_by_link_hint')}</p>
      <div class="actions">
        <Button busy={busy} onClick={() => run(quick)}>
          <ShareIcon name="copy" />
          {t('create_quick_link')}
        </Button>
      </div>
      {failure && <FailureNotice failure={failure} alert />}
      <ul class="ways-list">
        {canProtect && (
          <Way
            icon="lock"
            words={t('create_protected')}
            onChoose={() => onChoose({ kind: 'link', link: 'protected' })}
          />
        )}
        {takesFiles && (
          <Way icon="drop" words={t('create_request')} onChoose={() => onChoose({ kind: 'link', link: 'request' })} />
        )}
        <Way icon="link" words={t('create_link_options')} onChoose={() => onChoose({ kind: 'link' })} />
      </ul>
    </section>
  )
}

interface WayProps {
  icon: ShareIconName
  words: string
  onChoose: () => void
}

function Way({ icon, words, onChoose }: WayProps) {
  return (
    <li>
      <Button look="link" onClick={onChoose}>
        <ShareIcon name={icon} />
        {words}
      </Button>
    </li>
  )
}
