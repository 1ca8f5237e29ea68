/** Two clouds to play with by hand: `node test/cloud-server/main.ts` */

import { startClouds } from './index.ts'

const clouds = await startClouds([
  {
    name: 'nc-home',
    product: 'nextcloud-32',
    port: 9301,
    users: { alice: { password: 'alice-pass-1', displayName: 'Alice Home', email: 'alice@example.test' } },
  },
  {
    name: 'nc-remote',
    product: 'nextcloud-32',
    port: 9302,
    users: { bob: { password: 'bob-pass-1', displayName: 'Bob Remote', published: true } },
  },
])
const remote = clouds.cloud('nc-remote')
remote.writeFile('bob', '/Photos/readme.txt', 'Hello from bob\n')
remote.writeFile('bob', '/Photos/Sub folder/deep.txt', 'deep file\n')
remote.writeFile('bob', '/Docs/report.md', '# Report\n')

const links = {
  folder: remote.createPublicLink({ owner: 'bob', path: '/Photos' }),
  'with password link-pass-1': remote.createPublicLink({ owner: 'bob', path: '/Docs', password: 'link-pass-1' }),
  'upload only': remote.createPublicLink({ owner: 'bob', path: '/Photos/Sub folder', permissions: 4 }),
  'single file': remote.createPublicLink({ owner: 'bob', path: '/Docs/report.md' }),
}

console.log(`home    ${clouds.cloud('nc-home').base}   alice / alice-pass-1`)
console.log(`remote  ${remote.base}   bob / bob-pass-1`)
for (const [name, link] of Object.entries(links)) console.log(`link    ${link.url}   ${name}`)
