import { start } from '../../components/start.tsx'
import { WelcomeApp } from '../../components/welcome/WelcomeApp.tsx'
import { installation } from '../../lib/browser/installation.ts'
import { createBackend, translate } from '../../lib/browser/ui-backend.ts'

start(<WelcomeApp installation={installation()} />, createBackend(), translate, 'welcome_title')
