import { OptionsApp } from '../../components/OptionsApp.tsx'
import { start } from '../../components/start.tsx'
import { installation } from '../../lib/browser/installation.ts'
import { createBackend, translate } from '../../lib/browser/ui-backend.ts'

start(<OptionsApp installation={installation()} />, createBackend(), translate, 'options_title')
