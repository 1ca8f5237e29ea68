import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { AccountView, DeletionView, OutgoingShareView } from '../../lib/protocol.ts'
import { AccountNotices } from '../AccountNotices.tsx'
import { useBackend, useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { CheckedLine } from '../inbox/Checked.tsx'
import { digits } from '../../lib/domain/counted.ts'
import { Button } from '../ui/Button.tsx'
import { CreateShare } from './create/CreateShare.tsx'
import { readKept } from './create/kept.ts'
import type { ChosenItem } from './create/steps.ts'
import { ShareIcon } from './ShareIcon.tsx'
import { ShareList } from './ShareList.tsx'
import { useOutgoing } from './useOutgoing.ts'

interface Props {
  account: AccountView
  deletions: DeletionView[]
  page: boolean
  create: boolean
}

/** One account's outgoing shares, and the way to make another. */
export function AccountShares({ account, deletions, page, create }: Props) {
  const backend = useBackend()
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const state = useOutgoing(account.id, deletions)
  const [creating, setCreating] = useState<{ item?: ChosenItem } | undefined>(() =>
    create || readKept(account.id) ? {} : undefined,
  )
  const { shares, failure, checking, checkedAt } = state
  const shareMore = useCallback((share: OutgoingShareView) => setCreating({ item: itemOf(share) }), [])
  const back = useRef(false)
  useEffect(() => {
    if (back.current && !creating) heading.current?.focus()
    back.current = creating !== undefined
  }, [creating])
  return (
    <>
      {creating && (
        <CreateShare
          account={account}
          state={state}
          {...(creating.item ? { item: creating.item } : {})}
          onClose={() => setCreating(undefined)}
        />
      )}
      {/* Kept, with what was looked for in it. */}
      <div class="account-shares" hidden={creating !== undefined}>
        <header class="inbox-head">
          <h2 ref={heading} tabIndex={-1}>
            {t('outgoing_title')}
          </h2>
          {shares && shares.length > 0 && <span class="count">{digits(t, shares.length)}</span>}
          <CheckedLine at={checkedAt} checking={checking} onCheck={state.check} />
        </header>
        {account.state !== 'ready' && <AccountNotices accounts={[account]} />}
        <div class="actions">
          <Button look="primary" onClick={() => setCreating({})}>
            <ShareIcon name="plus" />
            {t('outgoing_create')}
          </Button>
          {!page && (
            <Button look="link" onClick={() => backend.openShares()}>
              {t('outgoing_full_page')}
            </Button>
          )}
        </div>
        {failure && account.state === 'ready' && (
          <FailureNotice failure={failure}>
            <Button busy={checking} onClick={state.check}>
              {t('common_try_again')}
            </Button>
          </FailureNotice>
        )}
        {shares?.length === 0 && (
          <div class="empty">
            <p>{t('outgoing_empty')}</p>
            <p class="small">{t('outgoing_empty_hint')}</p>
          </div>
        )}
        {shares && shares.length > 0 && (
          <ShareList
            shares={shares}
            state={state}
            deletions={deletions.filter(({ accountId }) => accountId === account.id)}
            onShare={shareMore}
          />
        )}
      </div>
    </>
  )
}

const itemOf = ({ path, name, itemType }: OutgoingShareView): ChosenItem => ({ path, name, itemType })
