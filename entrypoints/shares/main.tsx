import { SharesApp } from '../../components/SharesApp.tsx'
import { start } from '../../components/start.tsx'
import { createBackend, translate } from '../../lib/browser/ui-backend.ts'

start(<SharesApp create={location.hash === '#create'} />, createBackend(), translate, 'shares_title')
