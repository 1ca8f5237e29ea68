import { useEffect, useRef, useState } from 'preact/hooks'
import { counted } from '../../../lib/domain/counted.ts'
import type { FileView } from '../../../lib/protocol.ts'
import { useText } from '../../context.ts'
import { FailureNotice } from '../../FailureNotice.tsx'
import { Breadcrumbs } from '../../mounted/Breadcrumbs.tsx'
import { Button } from '../../ui/Button.tsx'
import { Search } from '../../ui/Search.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { FileRows } from './FileRows.tsx'
import type { ChosenItem } from './steps.ts'
import { useFiles } from '../../useFiles.ts'
import { useFileSearch } from './useFileSearch.ts'

interface Props {
  accountId: string
  onPick: (item: ChosenItem) => void
}

/** Asks which file or folder is going to be shared. */
export function PickItem({ accountId, onPick }: Props) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const { folder, loading, failure, go } = useFiles(accountId)
  const { found, searching } = useFileSearch(accountId, folder, text)
  const path = folder?.path ?? '/'
  /** Where the keyboard goes on in the next list. */
  const [landOn, setLandOn] = useState<string>()
  const enter = (to: string): void => {
    // The pressed folder goes away with its list.
    box.current?.focus()
    setLandOn(path)
    setText('')
    go(to)
  }
  useKeys(box, (event) => {
    if (event.key !== 'Backspace' || event.target instanceof HTMLInputElement || path === '/') return
    event.preventDefault()
    enter(path.slice(0, path.lastIndexOf('/')) || '/')
  })
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  const search = (words: string): void => {
    setLandOn(undefined)
    setText(words)
  }
  const pick = ({ path: at, name, itemType, rights }: FileView): void => onPick({ path: at, name, itemType, rights })
  const shown = found ?? folder?.entries ?? []
  const busy = loading || searching
  return (
    <div ref={box} class="picker" role="group" tabIndex={-1} aria-label={t('create_what')}>
      <Breadcrumbs path={path} onGo={enter} />
      <Search label={t('create_search')} value={text} onInput={search} />
      <div class="picker-line">
        <p role="status" class="status small">
          {busy && <Spinner />}
          {loading
            ? t('copy_loading')
            : found && shown.length === 0 && !searching
              ? t('common_found_none')
              : folder && counted(t, found ? 'common_found' : 'create_entries', shown.length)}
        </p>
      </div>
      {failure && (
        <FailureNotice failure={failure} alert>
          <Button onClick={() => go(path)}>{t('common_try_again')}</Button>
        </FailureNotice>
      )}
      {folder && !loading && shown.length === 0 && !found && <p class="empty">{t('create_no_entries')}</p>}
      {folder && !loading && shown.length > 0 && (
        <FileRows
          // Another list begins at its top.
          key={`${path} ${text.trim()}`}
          entries={shown}
          withPath={found !== null}
          onOpen={enter}
          onPick={pick}
          landOn={landOn}
        />
      )}
    </div>
  )
}
