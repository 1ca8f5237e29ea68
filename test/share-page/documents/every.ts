import * as pages from './index.ts'

const { address, classicAddress, ocis, promptAddress, token } = pages

/** Every document that is recognised, each where it stands. */
export const everyPage: { name: string; markup: string; href: string }[] = [
  { name: 'Nextcloud 32', markup: pages.nextcloud32(), href: address },
  { name: 'Nextcloud 32 file drop', markup: pages.nextcloud32Drop(), href: address },
  { name: 'Nextcloud 30', markup: pages.nextcloud30(), href: address },
  { name: 'Nextcloud prompt', markup: pages.nextcloudPrompt(), href: promptAddress },
  { name: 'Nextcloud 33 prompt', markup: pages.nextcloud33Prompt(), href: promptAddress },
  { name: 'Nextcloud gone', markup: pages.nextcloud32Gone(), href: address },
  { name: 'Nextcloud 21 gone', markup: pages.nextcloud21Gone(), href: address },
  { name: 'ownCloud 10', markup: pages.owncloud10(), href: address },
  { name: 'ownCloud 9', markup: pages.owncloud9(), href: address },
  { name: 'ownCloud 7', markup: pages.owncloud7(), href: classicAddress },
  { name: 'ownCloud 7 prompt', markup: pages.owncloud7Prompt(), href: classicAddress },
  { name: 'ownCloud prompt', markup: pages.owncloud10Prompt(), href: promptAddress },
  { name: 'ownCloud 9 prompt', markup: pages.owncloud9Prompt(), href: promptAddress },
  { name: 'ownCloud gone', markup: pages.owncloudGone(), href: address },
  { name: 'oCIS prompt', markup: ocis.webApp(ocis.passwordForm), href: ocis.entry },
  {
    name: 'OpenCloud folder',
    markup: ocis.webApp(ocis.fileList, 'opencloud'),
    href: `${ocis.root}/files/link/public/${token}`,
  },
]
