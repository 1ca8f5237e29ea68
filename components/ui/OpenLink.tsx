import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'

interface Props {
  href: string
  children: ComponentChildren
  look?: 'primary' | 'plain' | 'link'
  describedBy?: string | undefined
}

/** A link that opens in a new tab. Addresses come from servers, so anything but http(s) is left without target. */
export function OpenLink({ href, children, look = 'link', describedBy }: Props) {
  return (
    <a
      class={`button button-${look}`}
      {...(/^https?:\/\//i.test(href) ? { href } : {})}
      target="_blank"
      rel="noreferrer"
      aria-describedby={describedBy}
    >
      {children}
      <Icon name="open" />
    </a>
  )
}
