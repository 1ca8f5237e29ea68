import { hasForeignLetters, parseCloudId } from '../domain/cloud-id.ts'
import type { Account } from '../domain/account.ts'
import { allowsDownload, asksForFiles, emailsOf, type OutgoingShare } from '../domain/outgoing-share.ts'
import { folderUrl } from '../domain/received-share.ts'
import type { ShareRules } from '../domain/share-rules.ts'
import type { OtherSide, OutgoingShareView } from '../protocol.ts'
import { hostOf, isInsecure } from './address-view.ts'

/** @param rules absent when nobody knows them: then nothing can be changed here */
export function outgoingView(account: Account, rules: ShareRules | undefined, share: OutgoingShare): OutgoingShareView {
  const { attributes: _, by, trusted: __, mayEdit, ...facts } = share
  const folder = share.itemType === 'folder' ? share.path : share.path.slice(0, share.path.lastIndexOf('/')) || '/'
  const emails = emailsOf(share)
  const otherSide = otherSideOf(account, share)
  return {
    accountId: account.id,
    ...facts,
    name: share.path.slice(share.path.lastIndexOf('/') + 1),
    ...(emails.length > 0 ? { emails } : {}),
    downloadAllowed: allowsDownload(share),
    fileRequest: asksForFiles(share),
    ...(by.id === '' || by.id === account.userId ? {} : { by: by.label }),
    openUrl: folderUrl(account.base, folder),
    ...(otherSide ? { otherSide } : {}),
    editable: mayEdit ? (rules?.kinds[share.kind]?.change ?? []) : [],
  }
}

function otherSideOf({ product }: Account, { kind, with: receiver, trusted }: OutgoingShare): OtherSide | undefined {
  if (kind !== 'remote' && kind !== 'remote-group') return undefined
  const base = parseCloudId(receiver?.id ?? '')?.base
  if (!base) return undefined
  return {
    host: hostOf(base),
    insecure: isInsecure(base),
    ...(hasForeignLetters(base) ? { lookAlike: true } : {}),
    delivery: product === 'nextcloud' ? 'taken' : 'unknown',
    trusted,
  }
}
