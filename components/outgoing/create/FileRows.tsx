import type { TargetedKeyboardEvent } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FileView } from '../../../lib/protocol.ts'
import { formatBytes } from '../../bytes.ts'
import { useText } from '../../context.ts'
import { Name } from '../../Name.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWindowed } from '../../ui/useWindowed.ts'
import { ShareIcon } from '../ShareIcon.tsx'

interface Props {
  entries: FileView[]
  /** With the folder each is in: they come from everywhere. */
  withPath: boolean
  onOpen: (path: string) => void
  onPick: (file: FileView) => void
  /** The entry to begin at with the keyboard, else the first; undefined leaves the focus where it is. */
  landOn?: string | undefined
}

/** Height of a row, in rem; the style sheet has the same. */
const rowHeight = 2.5

/**
 * Files and folders. One stop for the Tab key, arrows within, Enter opens or chooses. Only what is seen is rendered,
 * and the row the keyboard is on.
 */
export function FileRows({ entries, withPath, onOpen, onPick, landOn }: Props) {
  const t = useText()
  const [current, setCurrent] = useState(0)
  const wanted = useRef<number | undefined>(undefined)
  const { box, first, last, reveal, rows } = useWindowed(entries.length, rowHeight)
  const at = Math.min(current, entries.length - 1)
  useLayoutEffect(() => {
    if (wanted.current === undefined) return
    box.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] .file-main`)?.focus()
    wanted.current = undefined
  })
  const move = (index: number): void => {
    const next = Math.max(0, Math.min(entries.length - 1, index))
    wanted.current = next
    reveal(next)
    setCurrent(next)
  }
  useLayoutEffect(() => {
    if (landOn !== undefined)
      move(
        Math.max(
          0,
          entries.findIndex(({ path }) => path === landOn),
        ),
      )
  }, [])
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + rows,
      PageUp: at - rows,
      Home: 0,
      End: entries.length - 1,
    }
    const next = steps[event.key]
    if (next === undefined) return
    move(next)
    event.preventDefault()
  }
  const rendered = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset)
  // The row with the focus stays when it is scrolled out of sight: the focus would be lost with it.
  if (at >= 0 && !rendered.includes(at)) rendered.push(at)
  return (
    <div ref={box} class="files">
      <ul aria-label={t('create_files')} style={{ blockSize: `${entries.length * rowHeight}rem` }}>
        {rendered.map((index) => {
          const entry = entries[index]
          return (
            entry && (
              <FileRow
                key={entry.path}
                entry={entry}
                index={index}
                count={entries.length}
                current={index === at}
                withPath={withPath}
                onFocus={() => setCurrent(index)}
                onKeyDown={onKeyDown}
                onOpen={onOpen}
                onPick={onPick}
              />
            )
          )
        })}
      </ul>
    </div>
  )
}

interface RowProps extends Pick<Props, 'withPath' | 'onOpen' | 'onPick'> {
  entry: FileView
  index: number
  count: number
  current: boolean
  onFocus: () => void
  onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => void
}

function FileRow({ entry, index, count, current, withPath, onFocus, onKeyDown, onOpen, onPick }: RowProps) {
  const t = useText()
  const { name, path, itemType, size, mayShare, shared } = entry
  const isFolder = itemType === 'folder'
  const tabIndex = current ? 0 : -1
  const nameId = `file-${index}`
  const folder = path.slice(0, path.lastIndexOf('/'))
  const act = (): void => (isFolder ? onOpen(path) : onPick(entry))
  return (
    <li
      class="file"
      data-index={index}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ insetBlockStart: `${index * rowHeight}rem` }}
    >
      <button
        type="button"
        class="file-main"
        tabIndex={tabIndex}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        aria-disabled={!isFolder && !mayShare ? true : undefined}
        onClick={isFolder || mayShare ? act : undefined}
      >
        <ShareIcon name={itemType} />
        <span id={nameId} class="file-name">
          <Name text={name} />
          {withPath && folder && (
            <span class="small">
              <Name text={folder} />
            </span>
          )}
        </span>
        {shared && <span class="small">{t('create_shared_already')}</span>}
        {!mayShare && <span class="small">{t('create_may_not_share')}</span>}
        {!isFolder && size !== undefined && <span class="small file-size">{formatBytes(size)}</span>}
        {!isFolder && mayShare && <span class="file-act">{t('create_share_this')}</span>}
      </button>
      {isFolder && mayShare && (
        <Button look="link" describedBy={nameId} tabIndex={tabIndex} onClick={() => onPick(entry)}>
          {t('create_share_this')}
        </Button>
      )}
    </li>
  )
}
