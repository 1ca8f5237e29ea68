import type { KindRule } from '../../lib/domain/share-rules.ts'
import type { DeletionView, OutgoingShareView } from '../../lib/protocol.ts'
import { parseCloudId } from '../../lib/domain/cloud-id.ts'
import { useText } from '../context.ts'
import { Name } from '../Name.tsx'
import { Icon } from '../ui/Icon.tsx'
import { EditShare } from './EditShare.tsx'
import { ShareActions } from './ShareActions.tsx'
import { ShareFacts } from './ShareFacts.tsx'
import { kindIcons, ShareIcon } from './ShareIcon.tsx'
import type { ShareActs } from './useShareActs.ts'
import { kindWords } from './words.ts'

interface Props {
  share: OutgoingShareView
  rule: KindRule | undefined
  deletion: DeletionView | undefined
  editing: boolean
  /** Id of the heading that names the file or folder. */
  itemId: string
  acts: ShareActs
}

/** One share: with whom, what they may, and what can be done with it; or the form to change it. */
export function ShareRow({ share, rule, deletion, editing, itemId, acts }: Props) {
  const t = useText()
  const { id, kind, with: receiver, otherSide } = share
  const nameId = `outgoing-${id}`
  const isGoing = deletion !== undefined && !deletion.failure
  return (
    <li class="given" data-row={id} tabIndex={-1}>
      <p class="given-who" id={nameId}>
        <ShareIcon name={kindIcons[kind]} />
        <span>
          {receiver && (
            <strong>
              <Name text={nameOf(receiver, otherSide !== undefined)} />
            </strong>
          )}{' '}
          <span class={receiver ? 'small' : 'given-kind'}>{t(kindWords[kind])}</span>
          {otherSide && (
            <span class="given-id">
              <bdi>{receiver?.id}</bdi>
            </span>
          )}
          {otherSide?.insecure && (
            <span class="insecure">
              <Icon name="unlocked" />
              {t('inbox_insecure')}
            </span>
          )}
          {otherSide?.lookAlike && (
            <span class="insecure">
              <Icon name="warning" />
              {t('outgoing_look_alike')}
            </span>
          )}
        </span>
      </p>
      {editing && rule && !isGoing ? (
        <EditShare
          share={share}
          rule={rule}
          nameId={`${itemId} ${nameId}`}
          typed={acts.drafts.get(id)}
          onDraft={(draft) => acts.drafts.set(id, draft)}
          put={acts.put}
          onClose={(changed) => acts.closeEdit(share, changed)}
        />
      ) : (
        <>
          <div class="given-facts">
            <ShareFacts share={share} />
          </div>
          <ShareActions
            share={share}
            deletion={deletion}
            mayEdit={rule !== undefined && share.editable.length > 0}
            nameId={`${itemId} ${nameId}`}
            acts={acts}
          />
        </>
      )}
    </li>
  )
}

/** Of a federated receiver servers mostly know the cloud id only, which stands below in full. */
const nameOf = ({ id, label }: NonNullable<OutgoingShareView['with']>, federated: boolean): string =>
  (federated && label === id && parseCloudId(id)?.user) || label
