import { defineBackground } from 'wxt/utils/define-background'
import { startBackground } from '../lib/browser/listeners.ts'

export default defineBackground(startBackground)
