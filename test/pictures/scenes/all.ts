import { cardScenes } from './card.ts'
import { mountedScenes } from './mounted.tsx'
import { optionsScenes } from './options.tsx'
import { popupScenes } from './popup.tsx'

export const scenes = [...popupScenes, ...mountedScenes, ...optionsScenes, ...cardScenes]
