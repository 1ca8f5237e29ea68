// Waits until the servers of compose.yml, or those named as arguments, are set up and answer. Plain JavaScript.
import { get } from 'node:http'

const defaults = [
  'http://nc-home.localhost:9201',
  'http://nc-remote.localhost:9202',
  'http://oc-home.localhost:9101',
  'http://oc-remote.localhost:9102',
]
const deadline = Date.now() + 10 * 60_000
const servers = process.argv.length > 2 ? process.argv.slice(2) : defaults

for (const server of servers) {
  process.stdout.write(`${server} `)
  while (!(await isReady(server))) {
    if (Date.now() > deadline) {
      console.error('does not answer')
      process.exit(1)
    }
    process.stdout.write('.')
    await new Promise((resolve) => setTimeout(resolve, 3000))
  }
  console.log('ready')
}

/** Node does not find `*.localhost` everywhere: the name goes into the header, the call to the loopback address. */
function isReady(server) {
  const { host, hostname, port, pathname } = new URL('status.php', `${server}/`)
  const address = hostname.endsWith('.localhost') ? '127.0.0.1' : hostname
  return new Promise((resolve) => {
    get({ host: address, port, path: pathname, headers: { host }, timeout: 20_000 }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => (text += chunk))
      answer.on('end', () => resolve(text.includes('"installed":true')))
    })
      .on('timeout', function () {
        this.destroy()
      })
      .on('error', () => resolve(false))
  })
}
