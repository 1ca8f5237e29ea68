import { useState } from 'preact/hooks'
import { displayName } from '../../../lib/domain/display-name.ts'
import type { ShareRules } from '../../../lib/domain/share-rules.ts'
import { failureText } from '../../../lib/domain/text.ts'
import { counted } from '../../../lib/domain/counted.ts'
import type { AccountView } from '../../../lib/protocol.ts'
import { useBackend, useText } from '../../context.ts'
import { Name } from '../../Name.tsx'
import { settle } from '../../settle.ts'
import { Combobox } from '../../ui/Combobox.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { useBusy } from '../../useBusy.ts'
import { kindIcons, ShareIcon } from '../ShareIcon.tsx'
import { kindWords } from '../words.ts'
import type { Made } from './CreateShare.tsx'
import { LinkWays } from './LinkWays.tsx'
import { receiversOf, type Receiver } from './receivers.ts'
import type { ChosenItem, Target } from './steps.ts'
import { useReceivers } from './useReceivers.ts'

interface Props {
  account: AccountView
  item: ChosenItem
  rules: ShareRules
  onChoose: (target: Target) => void
  onMade: (made: Made) => void
}

/** Asks with whom: people on other clouds first, then those on the own one, then whoever gets a link. */
export function PickReceiver({ account, item, rules, onChoose, onMade }: Props) {
  const backend = useBackend()
  const t = useText()
  const [text, setText] = useState('')
  const [asking, run] = useBusy()
  const { sharees, check, failure, searching, isShort } = useReceivers(account.id, item, text, rules)
  const receivers = receiversOf(text, sharees, check, rules)
  const named = Object.keys(rules.kinds).some((kind) => kind !== 'link')
  const choose = ({ target, check: typed }: Receiver): void => {
    if (target.kind !== 'remote' && target.kind !== 'remote-group') return onChoose(target)
    run(async () => {
      // In the click: what the other server says about itself can only be read with the browser's permission.
      if (typed?.state === 'unchecked') await backend.requestOrigins([typed.base])
      const cloudId = target.with ?? ''
      const checked = await settle(backend.call('ui/check-cloud-id', { accountId: account.id, cloudId }))
      if (checked.ok && checked.value.state === 'own') return setText(checked.value.user)
      onChoose(checked.ok ? { ...target, with: checked.value.cloudId, check: checked.value } : target)
    })
  }
  const status = (): string => {
    if (asking) return t('create_asking_remote')
    if (searching) return t('create_searching')
    if (check?.state === 'own') return t('create_own_cloud', displayName(check.user))
    if (failure) return failureText(t, failure).title
    if (text.trim() === '') return ''
    if (isShort) return counted(t, 'create_search_from', rules.searchFrom)
    return receivers.length === 0 ? t('create_nobody') : counted(t, 'create_receivers', receivers.length)
  }
  return (
    <div class="receiver">
      {named && (
        <Combobox
          label={t('create_receiver')}
          value={text}
          onInput={setText}
          placeholder={t('create_receiver_placeholder')}
          hint={t(rules.kinds.remote ? 'create_receiver_hint' : 'create_federation_off')}
          listLabel={t(text.trim() === '' ? 'create_recommended' : 'create_proposals')}
          status={
            <>
              {(searching || asking) && <Spinner />}
              {status()}
            </>
          }
          options={receivers.map((receiver) => ({ ...receiver, content: <Proposal receiver={receiver} /> }))}
          onChoose={choose}
          autofocus
        />
      )}
      <LinkWays account={account} item={item} rules={rules} onChoose={onChoose} onMade={onMade} />
    </div>
  )
}

function Proposal({ receiver: { target, host } }: { receiver: Receiver }) {
  const t = useText()
  const { kind, label = '', detail } = target
  return (
    <>
      <ShareIcon name={kindIcons[kind]} />
      <span class="proposal">
        <span>
          <strong>
            <Name text={label} />
          </strong>{' '}
          <span class="small">{t(kindWords[kind])}</span>
        </span>
        {(host ?? detail) && (
          <span class="small">
            <Name text={detail ?? host ?? ''} />
          </span>
        )}
      </span>
    </>
  )
}
