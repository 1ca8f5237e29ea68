import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const unused =
  /^(?:@nodable\/entities|is-unsafe|path-expression-matcher|strnum|\.\/DocTypeReader\.js|\.\/node2json\.js)$/

const standIn = fileURLToPath(new URL('../cloud/xml-unused.ts', import.meta.url))

/** Leaves out what fast-xml-parser brings along but never runs with our options. Tests run it so too. */
export const trimXml: Plugin = {
  name: 'trim-xml',
  enforce: 'pre',
  resolveId: (source, importer) =>
    importer?.includes('/fast-xml-parser/') && unused.test(source) ? standIn : undefined,
}
