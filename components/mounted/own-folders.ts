import type { FileView } from '../../lib/protocol.ts'

/**
 * The folders a copy can go into: what is inside others' shares is left out, for a copy there would be as easily lost
 * as what it is a copy of.
 */
export const ownFolders = (entries: FileView[]): FileView[] =>
  entries.filter(({ itemType, received, rights }) => itemType === 'folder' && !received && rights.create)
