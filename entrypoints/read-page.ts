import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { recogniseSoon } from '../lib/share-page/recognise-soon.ts'

/** Injected into the tab behind the popup; what it returns is the answer to the injection. Nothing is shown there. */
export default defineUnlistedScript(() => recogniseSoon(document, location))
