import { HelpApp } from '../../components/help/HelpApp.tsx'
import { start } from '../../components/start.tsx'
import { createBackend, translate } from '../../lib/browser/ui-backend.ts'

start(<HelpApp />, createBackend(), translate, 'help_title')
