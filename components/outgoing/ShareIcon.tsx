import type { ShareKind } from '../../lib/domain/outgoing-share.ts'
import '../ui/Icon.css'

/** Drawn like those of `ui/Icon.tsx`, apart from them because the popup starts without these. */
const paths = {
  cloud: 'M4.6 12.4a2.9 2.9 0 01-.3-5.8 3.9 3.9 0 017.5.6 2.6 2.6 0 01-.2 5.2z',
  copy: 'M5.6 5.6h7.6v7.6H5.6zM10.4 5.6V2.8H2.8v7.6h2.8',
  drop: 'M8 2.4v7M5 6.6l3 3 3-3M2.6 10.4v3h10.8v-3',
  edit: 'M3 13l.6-2.8 7-7 2.2 2.2-7 7zM9.2 4.6l2.2 2.2',
  file: 'M4 1.9h5l3 3.1v9.1H4zM9 2v3.1h3',
  folder: 'M2 4.2h4.2l1.4 1.6H14v7H2z',
  group:
    'M6 7.4a2.4 2.4 0 100-4.8 2.4 2.4 0 000 4.8zM1.8 13.2c0-2.6 1.8-4 4.2-4s4.2 1.4 4.2 4M10.4 3a2.2 2.2 0 010 4.2M11.6 9.4c1.6.4 2.6 1.7 2.6 3.8',
  link: 'M6.6 9.4l2.8-2.8M7.4 4.6l1.3-1.3a2.8 2.8 0 014 4l-1.3 1.3M8.6 11.4l-1.3 1.3a2.8 2.8 0 01-4-4l1.3-1.3',
  lock: 'M4 7.2h8v6H4zM5.7 7V5.1a2.3 2.3 0 014.6 0V7',
  mail: 'M2 3.9h12v8.2H2zM2.4 4.4L8 8.8l5.6-4.4',
  more: 'M3.5 8v.1M8 8v.1M12.5 8v.1',
  person: 'M8 7.6a2.6 2.6 0 100-5.2 2.6 2.6 0 000 5.2zM3.2 13.6c0-2.8 2-4.4 4.8-4.4s4.8 1.6 4.8 4.4',
  plus: 'M8 3v10M3 8h10',
  talk: 'M8 2.4a5.4 5.4 0 11-2.6 10.1l-2.8.9.8-2.7A5.4 5.4 0 018 2.4z',
  trash: 'M3 4.4h10M6.2 4.2V2.6h3.6v1.6M4.4 4.4l.6 9h6l.6-9M6.8 7v4M9.2 7v4',
  up: 'M8 13V3.4M4 7.2l4-4 4 4',
}

export type ShareIconName = keyof typeof paths

export const kindIcons: Record<ShareKind, ShareIconName> = {
  remote: 'cloud',
  'remote-group': 'cloud',
  link: 'link',
  user: 'person',
  group: 'group',
  mail: 'mail',
  team: 'group',
  talk: 'talk',
}

/** A picture beside words that say the same: hidden from screen readers. */
export function ShareIcon({ name }: { name: ShareIconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
