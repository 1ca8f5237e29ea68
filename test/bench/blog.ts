import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const paragraph = '<p>Flour, water, salt and time. Fold it, let it rest, and bake it in the evening.</p>'

const article = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bread</title>
<link rel="icon" href="data:,"></head><body><h1>How we bake bread</h1>${paragraph.repeat(200)}
<script>document.body.dataset.words = document.body.textContent.split(' ').length</script></body></html>`

/** An ordinary page whose address looks like a share page's: most pages with `/s/` are one of these. */
export async function serveBlog(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(article))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://blog.localhost:${port}/s/howWeBakeBread15`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
