import { PopupApp } from '../../components/PopupApp.tsx'
import { start } from '../../components/start.tsx'
import { createBackend, translate } from '../../lib/browser/ui-backend.ts'

start(<PopupApp />, createBackend(), translate, 'popup_title')
