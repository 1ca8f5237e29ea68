import { useEffect, useRef, useState } from 'preact/hooks'
import type { ShareRules } from '../../../lib/domain/share-rules.ts'
import type { AccountView, CreatedShare } from '../../../lib/protocol.ts'
import { useText } from '../../context.ts'
import { FailureNotice } from '../../FailureNotice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import type { Draft } from '../draft.ts'
import type { OutgoingState } from '../useOutgoing.ts'
import { Chosen } from './Chosen.tsx'
import { forget, keep, readKept } from './kept.ts'
import { Options } from './Options.tsx'
import { PickItem } from './PickItem.tsx'
import { PickReceiver } from './PickReceiver.tsx'
import { Shared } from './Shared.tsx'
import type { ChosenItem, Target } from './steps.ts'

interface Props {
  account: AccountView
  state: OutgoingState
  /** Already chosen. */
  item?: ChosenItem
  onClose: () => void
}

/** What a share was made of, to be shown when it is there. */
export interface Made extends CreatedShare {
  /** Shown once, so that it can be passed on. */
  password?: string
  /** Whether the link is on the clipboard; absent where there is none. */
  copied?: boolean
  /** As typed, where a part of it was refused. */
  draft?: Draft
}

/** Sharing something, step by step: what, with whom, how. Going back loses nothing. */
export function CreateShare({ account, state, item: given, onClose }: Props) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const [before] = useState(() => (given ? undefined : readKept(account.id)))
  const [item, setItem] = useState<ChosenItem | undefined>(given ?? before?.item)
  const [target, setTarget] = useState<Target | undefined>(before?.target)
  const [draft, setDraft] = useState<Draft | undefined>(before?.draft)
  const [made, setMade] = useState<Made>()
  const step = made ? 'made' : !item ? 'item' : !target ? 'receiver' : 'options'
  useEffect(() => {
    // What was pressed went away with its step; a step that begins in a field has taken the focus by itself.
    if (document.activeElement === document.body) heading.current?.focus()
  }, [step])
  useEffect(() => {
    if (item && !made) keep({ accountId: account.id, item, ...(target ? { target } : {}), ...(draft ? { draft } : {}) })
  }, [item, target, draft, made])
  const close = (): void => {
    forget()
    onClose()
  }
  const restart = (): void => {
    forget()
    setItem(undefined)
    setTarget(undefined)
    setDraft(undefined)
    setMade(undefined)
  }
  const done = (result: Made): void => {
    forget()
    state.put(result.share)
    setMade(result)
  }
  /** Another kind of share has other fields. */
  const choose = (chosen: Target): void => {
    if (chosen.kind !== target?.kind || chosen.link !== target.link) setDraft(undefined)
    setTarget(chosen)
  }
  const titles = {
    item: 'create_what',
    receiver: 'create_with_whom',
    options: 'create_how',
    made: 'create_made',
  } as const
  return (
    <div class="create">
      <header class="inbox-head">
        <h2 ref={heading} tabIndex={-1}>
          {t(titles[step])}
        </h2>
        {!made && (
          <Button look="link" onClick={close}>
            {t('common_cancel')}
          </Button>
        )}
      </header>
      {item && !made && (
        <Chosen
          icon={item.itemType}
          label={item.name}
          detail={item.path.slice(0, item.path.lastIndexOf('/'))}
          onChange={() => setItem(undefined)}
        />
      )}
      {step === 'item' && <PickItem accountId={account.id} onPick={setItem} />}
      {step === 'receiver' && item && (
        <Needing state={state}>
          {(rules) => <PickReceiver account={account} item={item} rules={rules} onChoose={choose} onMade={done} />}
        </Needing>
      )}
      {step === 'options' && item && target && (
        <Needing state={state}>
          {(rules) => (
            <Options
              account={account}
              item={item}
              target={target}
              rules={rules}
              draft={draft}
              onDraft={setDraft}
              onTarget={choose}
              onBack={() => setTarget(undefined)}
              onMade={done}
            />
          )}
        </Needing>
      )}
      {made && <Shared made={made} rules={state.rules} put={state.put} onMore={restart} onClose={close} />}
    </div>
  )
}

interface NeedingProps {
  state: OutgoingState
  children: (rules: ShareRules) => preact.ComponentChild
}

/** What the server allows has to be known first. */
function Needing({ state: { rules, failure, checking, check }, children }: NeedingProps) {
  const t = useText()
  if (rules) return <>{children(rules)}</>
  if (!failure) {
    return (
      <p role="status" class="status">
        <Spinner />
        {t('inbox_checking')}
      </p>
    )
  }
  return (
    <FailureNotice failure={failure} alert>
      <Button busy={checking} onClick={check}>
        {t('common_try_again')}
      </Button>
    </FailureNotice>
  )
}
