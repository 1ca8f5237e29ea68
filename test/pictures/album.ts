import type { Picture } from './run.ts'

/** A page with all pictures, those of one state side by side. */
export function album(pictures: Picture[]): string {
  const names = [...new Set(pictures.map(({ name }) => name))]
  const rows = names.map((name) => {
    const own = pictures.filter((picture) => picture.name === name)
    const images = own.map(
      ({ file, width, look }) =>
        `<figure><img loading="lazy" src="${file}" alt="${name}, ${look}, ${width} pixels wide"><figcaption>${look} ${width}</figcaption></figure>`,
    )
    return `<h2 id="${name}">${name}</h2><div>${images.join('')}</div>`
  })
  return `<!doctype html>
<meta charset="utf-8">
<title>Homeward: every state of every view</title>
<style>
  body { margin: 2rem; background: #808080; color: #fff; font: 0.9rem/1.4 system-ui, sans-serif }
  div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start }
  figure { margin: 0 } figcaption { padding: 0.25rem 0 }
  img { display: block; max-width: 40rem; box-shadow: 0 1px 6px #0006 }
</style>
<h1>Homeward: every state of every view</h1>
<p>${pictures.length} pictures</p>
${rows.join('\n')}
`
}
