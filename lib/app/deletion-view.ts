import type { ShareDeletion } from '../domain/share-deletion.ts'
import type { DeletionView } from '../protocol.ts'

export const deletionView = ({ sendAt, sending, failure, ...about }: ShareDeletion): DeletionView => ({
  ...about,
  ...(failure ? { failure } : sending ? {} : { undoUntil: sendAt }),
})
