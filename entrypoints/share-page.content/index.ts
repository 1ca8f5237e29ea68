import { defineContentScript } from 'wxt/utils/define-content-script'
import { startMountFlow } from '../../components/share-page/mount-flow.ts'
import { callBackground, translate } from '../../lib/browser/page-backend.ts'
import { recognise } from '../../lib/share-page/recognise.ts'
import { watchForSharePage } from '../../lib/share-page/watch.ts'

export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_end',
  // The page need not hear of us; copies of this script find each other by an event of the document.
  noScriptStartedPostMessage: true,
  main(ctx) {
    let takeAway = (): void => {}
    let checking = false

    /** WXT tells of two ends in the same way: the extension is gone, or a newer copy of this script has started. */
    function isAlive(): boolean {
      checking = true
      const alive = ctx.isValid
      checking = false
      return alive
    }

    const stopWatching = watchForSharePage(document, location, (page) => {
      takeAway = startMountFlow(page, {
        call: callBackground,
        t: translate,
        recognise: () => recognise(document, location),
        isAlive,
        fetch: (...request) => fetch(...request),
        sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)),
        shadow: import.meta.env.MODE === 'e2e' ? 'open' : 'closed',
      })
    })

    // A newer copy brings its own card. If the extension is gone the card stays, to say so.
    ctx.onInvalidated(() => {
      if (checking) return
      stopWatching()
      takeAway()
    })
  },
})
