import preact from '@preact/preset-vite'
import { build, preview, type InlineConfig } from 'vite'
import { root } from '../setup/install.mjs'

/** The page that shows one scene; in the build it stands where it stands in the sources. */
const page = 'test/pictures/index.html'

export interface Stage {
  /** Address of the page, without a query. */
  url: string
  close(): Promise<void>
}

/** Builds the stage into a folder of its own and serves it on loopback. */
export async function openStage(outDir = '.output/stage'): Promise<Stage> {
  const common: InlineConfig = { root, configFile: false, logLevel: 'error', plugins: [preact()] }
  const built = { outDir, emptyOutDir: true, target: 'es2022', rolldownOptions: { input: page } }
  await build({ ...common, build: built })
  const server = await preview({ ...common, build: built, preview: { port: 0, host: '127.0.0.1' } })
  return { url: `${server.resolvedUrls?.local[0]}${page}`, close: () => server.close() }
}
