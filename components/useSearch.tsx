import { useState } from 'preact/hooks'
import { counted } from '../lib/domain/counted.ts'
import { isFound } from '../lib/domain/search.ts'
import { useText } from './context.ts'
import { Search } from './ui/Search.tsx'

/** Lists shorter than this are seen at a glance. */
const worthSearching = 10

/** A search over a list that is long enough for it: the field (null when it is not), and what it leaves. */
export function useSearch<T>(items: T[], textsOf: (item: T) => string[]) {
  const t = useText()
  const [query, setQuery] = useState('')
  const offered = items.length >= worthSearching || query !== ''
  const found = query.trim() === '' ? items : items.filter((item) => isFound(query, ...textsOf(item)))
  const field = offered ? (
    <div class="search-line">
      <Search label={t('common_search')} value={query} onInput={setQuery} />
      <p role="status" class={found.length === 0 ? 'small' : 'visually-hidden'}>
        {query.trim() !== '' &&
          (found.length === 0 ? t('common_found_none') : counted(t, 'common_found', found.length))}
      </p>
    </div>
  ) : null
  return { field, found, query: query.trim() }
}
