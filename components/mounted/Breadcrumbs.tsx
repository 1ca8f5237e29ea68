import { useText } from '../context.ts'
import { Name } from '../Name.tsx'
import { Button } from '../ui/Button.tsx'

/** The way from the top of the user's files to a folder. */
export function Breadcrumbs({ path, onGo }: { path: string; onGo: (path: string) => void }) {
  const t = useText()
  const names = path.split('/').filter(Boolean)
  return (
    <nav aria-label={t('copy_path')}>
      <ol class="crumbs">
        {['', ...names].map((name, depth) => {
          const to = `/${names.slice(0, depth).join('/')}`
          const label = depth === 0 ? t('copy_top') : <Name text={name} />
          return (
            <li key={to}>
              {depth === names.length ? (
                <span aria-current="location">{label}</span>
              ) : (
                <Button look="link" onClick={() => onGo(to)}>
                  {label}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
