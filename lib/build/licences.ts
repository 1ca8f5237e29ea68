import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Packages of which something is in what was built, by the folder they lie in. */
export type Shipped = Set<string>

/** Notes of which packages the modules of a bundle are. WXT makes several bundles, each with a plugin of its own. */
export const noteShipped = (shipped: Shipped): Plugin => ({
  name: 'homeward-licences',
  generateBundle(_options, bundle) {
    for (const output of Object.values(bundle)) {
      if (output.type === 'chunk') output.moduleIds.map(folderOf).forEach((folder) => folder && shipped.add(folder))
      else output.originalFileNames.map(folderOf).forEach((folder) => folder && shipped.add(folder))
    }
  },
})

/** `…/node_modules/@scope/name` of a file in there; the last one counts, for packages bring packages. */
const packageFolder = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/

const folderOf = (id: string): string | undefined => packageFolder.exec(id)?.[1]

/** Writes `licences.txt`: Homeward's own licence, then those of everything that is built in. */
export function writeLicences(root: string, outDir: string, shipped: Shipped): void {
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim()
  const parts = [...shipped].map((folder) => entry(folder, own)).sort((a, b) => (a < b ? -1 : 1))
  const text = [own, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)
  // The mark tells browsers that it is UTF-8: files of an extension come without a character set.
  writeFileSync(join(outDir, 'licences.txt'), `\uFEFFHomeward\n\n${text}\n`)
}

interface Package {
  name: string
  version: string
  license?: string
  author?: string | { name: string }
  homepage?: string
  repository?: string | { url: string }
}

/** @param mit Homeward's own licence, whose words are those of every other MIT licence */
function entry(folder: string, mit: string): string {
  const { name, version, license, author, homepage, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Package
  const source = typeof repository === 'string' ? repository : (repository?.url ?? homepage)
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(one))
  const holder = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`)
  const words = file
    ? readFileSync(join(folder, file), 'utf8').trim()
    : license === 'MIT' && mit.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`)
  // Nothing of unknown terms may be shipped.
  if (!words) throw new Error(`${name} ${version} comes without its licence`)
  return [`${name} ${version}`, ...(license ? [`Licence: ${license}`] : []), ...(source ? [`Source: ${source}`] : [])]
    .join('\n')
    .concat(`\n\n${words}`)
}
