import { HelpApp } from '../../../components/help/HelpApp.tsx'
import type { FailureCode } from '../../../lib/domain/failure.ts'
import type { Scene } from '../scene.ts'

const pause = () => new Promise((resolve) => setTimeout(resolve, 100))

const at = (code: FailureCode): Scene => ({
  name: `help/at-${code}`,
  page: <HelpApp />,
  begin: async () => {
    // Once the page listens.
    await pause()
    location.hash = code
    await pause()
  },
  widths: [1280, 320],
  window: true,
})

export const helpScenes: Scene[] = [
  { name: 'help/whole', page: <HelpApp />, widths: [1280, 320] },
  at('home-untrusted-address'),
  at('password-wrong'),
]
