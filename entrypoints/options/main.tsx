import { OptionsApp } from '../../components/OptionsApp.tsx'
import { start } from '../../components/start.tsx'
import { createBackend, translate } from '../../lib/browser/ui-backend.ts'

start(<OptionsApp />, createBackend(), translate, 'options_title')
