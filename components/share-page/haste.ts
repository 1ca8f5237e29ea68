/** Longer than the two clicks of a double click lie apart, in milliseconds. */
const doubleClick = 500

/** Who has come to the card, rather than it to the pointer, was there for so long, in milliseconds. */
const rest = 300

/**
 * Tells clicks that were meant for a window above this one: a page can have it close on the first click of a double
 * click, and the second one lands on whatever was below. So a click right after the window came to the front counts only
 * if the pointer was on the card before. Not by `detail`: each window may count clicks anew.
 */
export function watchHaste(host: HTMLElement): { isHasty(event: MouseEvent): boolean; stop(): void } {
  let focusedAt = Number.NEGATIVE_INFINITY
  let enteredAt = Number.POSITIVE_INFINITY
  const focused = ({ isTrusted, timeStamp }: Event): void => void (isTrusted && (focusedAt = timeStamp))
  window.addEventListener('focus', focused)
  host.addEventListener('pointerenter', ({ timeStamp }) => (enteredAt = timeStamp))
  host.addEventListener('pointerleave', () => (enteredAt = Number.POSITIVE_INFINITY))
  return {
    // Keys and fingers go to the window that is in front.
    isHasty: (event) =>
      event.detail > 0 &&
      (event as PointerEvent).pointerType !== 'touch' &&
      event.timeStamp - focusedAt < doubleClick &&
      enteredAt > focusedAt - rest,
    stop: () => window.removeEventListener('focus', focused),
  }
}
