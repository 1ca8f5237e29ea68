import type { TargetedKeyboardEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { FileView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { Name } from '../Name.tsx'
import { Icon } from '../ui/Icon.tsx'

interface Props {
  folders: FileView[]
  onGo: (path: string) => void
}

/** The folders inside a folder. One stop for the Tab key, arrows within: there may be hundreds. */
export function FolderList({ folders, onGo }: Props) {
  const t = useText()
  const [current, setCurrent] = useState(0)
  if (folders.length === 0) return <p class="small">{t('copy_no_folders')}</p>
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLButtonElement>): void => {
    const next = target(event.key, current, folders.length)
    if (next === null) return
    event.preventDefault()
    setCurrent(next)
    event.currentTarget.closest('ul')?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <ul class="folders" aria-label={t('copy_folder_list')}>
      {folders.map(({ name, path }, index) => (
        <li key={path}>
          <button
            type="button"
            class="folder"
            tabIndex={index === current ? 0 : -1}
            onKeyDown={onKeyDown}
            onFocus={() => setCurrent(index)}
            onClick={() => onGo(path)}
          >
            <Icon name="folder" />
            <Name text={name} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function target(key: string, from: number, count: number): number | null {
  const steps: Record<string, number> = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: count - 1 }
  const next = steps[key]
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next))
}
