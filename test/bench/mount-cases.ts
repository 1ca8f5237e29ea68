/** One thing to mount, one way. */
export interface Case {
  /** Part of the names of what is shared. */
  id: string
  name: string
  home: 'nc-home' | 'oc-home'
  remote: 'nc-remote' | 'oc-remote'
  via: 'page' | 'paste'
  isFile: boolean
  isProtected: boolean
  /** How long the servers think before each answer. The test cloud itself answers in no time, real ones do not. */
  answerMs: number
}

export const linkPassword = 'Correct-horse-9'

const folder: Omit<Case, 'id' | 'name'> = {
  home: 'nc-home',
  remote: 'nc-remote',
  via: 'page',
  isFile: false,
  isProtected: false,
  answerMs: 0,
}

/** Every route, and on the first of them every kind of link. */
export const cases: Case[] = [
  { ...folder, id: 'A', name: 'folder (remote-sends)' },
  { ...folder, id: 'B', name: 'file (remote-sends)', isFile: true },
  { ...folder, id: 'C', name: 'protected folder (remote-sends)', isProtected: true },
  // Real Nextclouds were measured to answer these calls in 50 to 150 ms.
  { ...folder, id: 'D', name: 'folder (remote-sends), 50 ms an answer', answerMs: 50 },
  { ...folder, id: 'K', name: 'folder (remote-sends), 150 ms an answer', answerMs: 150 },
  { ...folder, id: 'E', name: 'pasted folder (home-asks)', via: 'paste' },
  { ...folder, id: 'H', name: 'pasted file (home-asks)', via: 'paste', isFile: true },
  { ...folder, id: 'F', name: 'ownCloud folder (announce)', remote: 'oc-remote' },
  { ...folder, id: 'I', name: 'ownCloud file (announce)', remote: 'oc-remote', isFile: true },
  { ...folder, id: 'J', name: 'ownCloud folder (home-session)', home: 'oc-home', remote: 'oc-remote' },
  {
    ...folder,
    id: 'G',
    name: 'protected ownCloud folder (home-session)',
    home: 'oc-home',
    remote: 'oc-remote',
    isProtected: true,
  },
]
