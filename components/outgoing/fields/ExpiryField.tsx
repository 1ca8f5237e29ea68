import { addDays, expiryRange } from '../../../lib/domain/share-rules.ts'
import { useText } from '../../context.ts'
import { Check } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import { formatDay, today } from '../days.ts'
import type { FieldProps } from './field-props.ts'
import { Wrong } from './Wrong.tsx'

/** Days proposed when the server has no proposal of its own. */
export const usualDays = 14

/** Whether it ends some day, and when. What the calendar does not offer can still be typed: the server says no itself. */
export function ExpiryField({ draft, change, errors, rule }: FieldProps) {
  const t = useText()
  const { first, last, preset } = expiryRange(rule, today())
  const needed = rule.expiry.enforced
  const ends = needed || draft.ends
  const begin = (checked: boolean): void =>
    change('expires', {
      ends: checked,
      ...(checked && !draft.expires ? { expires: preset ?? last ?? addDays(today(), usualDays) } : {}),
    })
  return (
    <>
      <Check
        label={t('outgoing_ends')}
        checked={ends}
        locked={needed ? t('outgoing_ends_needed') : undefined}
        onChange={begin}
      />
      {ends ? (
        <div class="sub-fields">
          <Field
            label={t('outgoing_last_day')}
            type="date"
            value={draft.expires}
            min={first}
            max={last}
            error={errors.expires}
            hint={last && t('outgoing_last_day_at_most', formatDay(last))}
            onInput={(expires) => change('expires', { expires, ends: true })}
          />
        </div>
      ) : (
        <Wrong error={errors.expires} />
      )}
    </>
  )
}
