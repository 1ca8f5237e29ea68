export { createCloud, type Cloud } from './create-cloud.ts'
export { forRemote } from './for-remote.ts'
export { readMountAnswer, type MountQuestion } from './mount-answer.ts'
export { sendToCloudId } from './public-link.ts'
