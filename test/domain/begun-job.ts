import type { MountJob } from '../../lib/domain/mount-job.ts'

/** A job that has just begun. */
export const begun: MountJob = {
  id: 'j',
  accountId: 'a',
  link: { base: 'https://remote.example', token: 'T' },
  origin: 'page',
  route: 'remote-sends',
  state: 'asking',
  asked: false,
  looks: 0,
  passwordTries: 0,
  createdAt: 0,
  updatedAt: 0,
}
