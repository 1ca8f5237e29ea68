import { cardScenes } from './card.ts'
import { helpScenes } from './help.tsx'
import { mountedScenes } from './mounted.tsx'
import { optionsScenes } from './options.tsx'
import { popupScenes } from './popup.tsx'
import { sharesScenes } from './shares.tsx'
import { welcomeScenes } from './welcome.tsx'
import type { Scene } from '../scene.ts'

/** Together they show every part there is. */
const thorough = [
  'popup/not-connected',
  'popup/pending',
  'popup/several-chosen',
  'popup/on-share-page-with-password',
  'popup/job-failed-permission',
  'mounted/list',
  'mounted/keep-a-copy',
  'mounted/copies',
  'outgoing/list',
  'shares/list',
  'shares/edit-link',
  'shares/create',
  'shares/create-receiver',
  'shares/create-options-protected',
  'shares/create-made',
  'options/accounts',
  'options/policy',
  'welcome/first',
  'welcome/ready',
  'help/at-home-untrusted-address',
  'card/choosing',
  'card/password-wrong',
  'card/done-long-name',
  'card/failed-quoting',
]

const all: Scene[] = [
  ...popupScenes,
  ...mountedScenes,
  ...sharesScenes,
  ...optionsScenes,
  ...welcomeScenes,
  ...helpScenes,
  ...cardScenes,
]

export const scenes = all.map((scene) => ({ ...scene, thorough: thorough.includes(scene.name) }))
