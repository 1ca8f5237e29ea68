import { randomBytes } from 'node:crypto'
import type { LiveCloud } from './live-cloud.ts'

export interface Shared {
  /** The folder's name; its one file is `hello.txt`. */
  name: string
  /** What is in the file: told from whatever else is on the server. */
  text: string
  url: string
  token: string
  /** Of the link. */
  id: string
}

/** What one test puts on the servers. All names are new, and all of it is gone when the test has ended. */
export class Props {
  private readonly mark = randomBytes(4).toString('hex')
  private readonly home: LiveCloud
  private readonly remote: LiveCloud
  private readonly names: string[] = []
  private readonly owned: string[] = []

  constructor(home: LiveCloud, remote: LiveCloud) {
    this.home = home
    this.remote = remote
  }

  name(what: string): string {
    const name = `homeward-live-${this.mark} ${what}`
    this.names.push(name)
    return name
  }

  /** Of something that the test makes in the home's own files. */
  own(what: string): string {
    return this.owns(`homeward-live-${this.mark} ${what}`)
  }

  /** Has it removed from the home when the test has ended. */
  owns(name: string): string {
    this.owned.push(name)
    return name
  }

  /** A folder on the remote with one file. */
  async folder(what: string): Promise<{ name: string; text: string }> {
    const name = this.name(what)
    const text = `hello from ${name}`
    await this.remote.writeFile(`/${name}/hello.txt`, text)
    return { name, text }
  }

  /** The same, shared by a public link. */
  async link(what: string, options: { password?: string; permissions?: number } = {}): Promise<Shared> {
    const folder = await this.folder(what)
    return { ...folder, ...(await this.remote.createPublicLink({ path: `/${folder.name}`, ...options })) }
  }

  /** What alice reads at home through a mount of that name. */
  readAtHome(name: string): Promise<string | null> {
    return this.home.readFile(`/${name}/hello.txt`)
  }

  /** What has arrived at home of what this test shares. */
  async received(): Promise<{ name: string; mountpoint: string; accepted: boolean }[]> {
    return (await this.home.remoteShares())
      .filter(({ name }) => this.names.includes(name))
      .map(({ name, mountpoint, accepted }) => ({ name, mountpoint, accepted }))
  }

  /** The received side first, as long as the remote can still be told. */
  async remove(): Promise<void> {
    for (const share of await this.home.remoteShares()) {
      if (this.names.includes(share.name)) await this.home.dropRemoteShare(share)
    }
    for (const name of this.names) await this.remote.removeFile(`/${name}`)
    for (const name of this.owned) await this.home.removeFile(`/${name}`)
  }
}
