import { useState } from 'preact/hooks'
import { rightNames, type Right, type Rights } from '../../../lib/domain/outgoing-share.ts'
import { useText } from '../../context.ts'
import { Check } from '../../ui/Check.tsx'
import { Radios } from '../../ui/Radios.tsx'
import { presetOf, presetRights, presetWord, rightWords, type Preset } from '../words.ts'
import type { FieldProps } from './field-props.ts'

type Choice = Preset | 'custom'

/** Who opens it by an address need not be known: those cannot share it on. */
const byAddress = ['link', 'mail']

/** What the receiver may do: the usual sets, or one by one; and whether they may share it on. */
export function RightsField({ draft, change, errors, kind, itemType, most }: FieldProps) {
  const t = useText()
  const { rights } = draft
  const [custom, setCustom] = useState(presetOf(rights, itemType) === undefined)
  const isFolder = itemType === 'folder'
  const isAddress = byAddress.includes(kind)
  const allows = (wanted: Rights): boolean => !most || rightNames.every((name) => !wanted[name] || most[name])
  const presets: Preset[] = isFolder && isAddress ? ['view', 'edit', 'upload'] : ['view', 'edit']
  const offered = presets.filter((preset) => allows(presetRights(preset, itemType)))
  const set = (wanted: Rights): void => change('rights', { rights: wanted })
  const choose = (choice: Choice): void => {
    setCustom(choice === 'custom')
    if (choice !== 'custom') set({ ...presetRights(choice, itemType), share: rights.share })
  }
  const single: Right[] = isFolder ? ['read', 'create', 'update', 'delete'] : ['read', 'update']
  return (
    <>
      <Radios<Choice>
        legend={t('outgoing_rights')}
        options={[
          ...offered.map((preset) => ({ value: preset, label: t(presetWord(preset)) })),
          ...(isFolder ? [{ value: 'custom' as const, label: t('outgoing_rights_custom') }] : []),
        ]}
        chosen={custom ? 'custom' : (presetOf(rights, itemType) ?? 'custom')}
        onChoose={choose}
        error={errors.rights}
      />
      {custom && isFolder && (
        <div class="sub-fields" role="group" aria-label={t('outgoing_rights_custom')}>
          {single.map((name) => (
            <Check
              key={name}
              label={t(rightWords[name])}
              checked={rights[name]}
              locked={most && !most[name] ? t('outgoing_right_not_yours') : undefined}
              onChange={(checked) => set({ ...rights, [name]: checked })}
            />
          ))}
        </div>
      )}
      {!isAddress && (
        <Check
          label={t('outgoing_right_share')}
          checked={rights.share}
          locked={most && !most.share ? t('outgoing_right_not_yours') : undefined}
          onChange={(share) => set({ ...rights, share })}
        />
      )}
    </>
  )
}
