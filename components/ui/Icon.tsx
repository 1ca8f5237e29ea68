import './Icon.css'

const knob = (x: number, y: number): string => `M${x} ${y}a1.75 1.75 0 103.5 0 1.75 1.75 0 10-3.5 0`

/** Drawn for this project on a 16 px grid, stroked with the text's colour. */
const paths = {
  arrow: 'M3.5 8h9M8.5 4l4 4-4 4',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  close: 'M4 4l8 8M12 4l-8 8',
  folder: 'M2 4.2h4.2l1.4 1.6H14v7H2z',
  danger: 'M8 1.8l6.2 6.2L8 14.2 1.8 8zM8 5v3.6M8 10.9v.1',
  info: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 7.4V11M8 5v.1',
  open: 'M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3L7.5 8.5',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  refresh: 'M13 8a5 5 0 11-1.6-3.7M13 2.5v3h-3',
  settings: `M2 5h6.5M12 5h2M2 11h2M7.5 11H14${knob(8.5, 5)}${knob(4, 11)}`,
  unlocked: 'M4 7.2h8v6H4zM5.8 7V4.6a2.2 2.2 0 014.2-.9',
  warning: 'M8 2.2l6.2 11.3H1.8zM8 6.4v3.4M8 11.7v.1',
}

export type IconName = keyof typeof paths

/** A picture beside words that say the same: hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
