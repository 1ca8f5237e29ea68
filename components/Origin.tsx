import { useText } from './context.ts'
import { Name } from './Name.tsx'
import { Icon } from './ui/Icon.tsx'

/** Whom a share comes from: person, and the full host of the server, with what speaks against it. */
export function Origin({ owner, remote, insecure }: { owner: string; remote: string; insecure: boolean }) {
  const t = useText()
  return (
    <>
      <div>
        <dt>{t('inbox_from')}</dt>
        <dd>
          <Name text={owner} />
        </dd>
      </div>
      <div>
        <dt>{t('inbox_server')}</dt>
        <dd>
          <bdi class="host">{remote}</bdi>
          {insecure && (
            <span class="insecure">
              <Icon name="unlocked" />
              {t('inbox_insecure')}
            </span>
          )}
        </dd>
      </div>
    </>
  )
}
