import { defineContentScript } from 'wxt/utils/define-content-script'
import { startMountFlow } from '../../components/share-page/mount-flow.ts'
import { becomeOnlyCopy, isExtensionAlive } from '../../lib/browser/only-copy.ts'
import { callBackground, translate } from '../../lib/browser/page-backend.ts'
import { recognise } from '../../lib/share-page/recognise.ts'
import { watchForSharePage } from '../../lib/share-page/watch.ts'

export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_end',
  main() {
    let takeAway = (): void => {}
    const stopWatching = watchForSharePage(document, location, (page) => {
      takeAway = startMountFlow(page, {
        call: callBackground,
        t: translate,
        recognise: () => recognise(document, location),
        isAlive: isExtensionAlive,
        fetch: (...request) => fetch(...request),
        sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)),
        shadow: import.meta.env.MODE === 'e2e' ? 'open' : 'closed',
      })
    })
    // A newer copy brings its own card. If the extension is gone the card stays, to say so.
    becomeOnlyCopy(() => {
      stopWatching()
      takeAway()
    })
  },
})
