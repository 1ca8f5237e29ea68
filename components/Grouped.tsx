import type { ComponentChild } from 'preact'
import type { AccountView } from '../lib/protocol.ts'
import { Name } from './Name.tsx'

interface Props<T> {
  accounts: AccountView[]
  items: T[]
  accountOf: (item: T) => string
  /** Id of the heading above it all. */
  labelledBy: string
  /** `heading`: the level of the items' own headings. */
  children: (item: T, heading: 'h3' | 'h4') => ComponentChild
}

/** A list; with several accounts one list for each that has something in it. */
export function Grouped<T>({ accounts, items, accountOf, labelledBy, children }: Props<T>) {
  if (accounts.length < 2) {
    return (
      <ul aria-labelledby={labelledBy} class="rows">
        {items.map((item) => children(item, 'h3'))}
      </ul>
    )
  }
  return (
    <>
      {accounts.map((account) => {
        const own = items.filter((item) => accountOf(item) === account.id)
        const id = `${labelledBy}-${account.id}`
        return (
          own.length > 0 && (
            <div key={account.id} class="group">
              <h3 id={id} class="group-head">
                <Name text={account.displayName} /> <bdi class="host">{account.host}</bdi>
              </h3>
              <ul aria-labelledby={`${labelledBy} ${id}`} class="rows">
                {own.map((item) => children(item, 'h4'))}
              </ul>
            </div>
          )
        )
      })}
    </>
  )
}
