import type { ComponentChildren, TargetedKeyboardEvent } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import './Tabs.css'

export interface Tab {
  id: string
  label: string
  panel: () => ComponentChildren
}

/** Tabs by the ARIA pattern: arrows, Home and End move; only the chosen tab is in the tab order. */
export function Tabs({ label, tabs, end }: { label: string; tabs: Tab[]; end?: ComponentChildren }) {
  const prefix = useId()
  const list = useRef<HTMLDivElement>(null)
  const [chosen, choose] = useState(0)
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const next = target(event.key, chosen, tabs.length, getComputedStyle(event.currentTarget).direction === 'rtl')
    if (next === null) return
    event.preventDefault()
    choose(next)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }
  const current = tabs[chosen]
  return (
    <>
      <div class="tabs-bar">
        <div ref={list} role="tablist" aria-label={label} class="tabs">
          {tabs.map((tab, index) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              class="tab"
              id={`${prefix}-${tab.id}`}
              aria-selected={index === chosen}
              aria-controls={index === chosen ? `${prefix}-panel` : undefined}
              tabIndex={index === chosen ? 0 : -1}
              onClick={() => choose(index)}
              onKeyDown={onKeyDown}
            >
              {tab.label}
            </button>
          ))}
        </div>
        {end}
      </div>
      {current && (
        <div
          role="tabpanel"
          class="tab-panel"
          id={`${prefix}-panel`}
          aria-labelledby={`${prefix}-${current.id}`}
          tabIndex={-1}
        >
          {current.panel()}
        </div>
      )}
    </>
  )
}

function target(key: string, from: number, count: number, rtl: boolean): number | null {
  const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[key]
  if (step !== undefined) return (from + step + count) % count
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : null
}
