import { useTranslation } from 'react-i18next'
import { Tick } from '#app/ui/field.tsx'
import type { FieldsProps } from './chosen.ts'
import { Section } from './section.tsx'

/** Whether the package looks as the organisation does; nothing to decide where it does not say how. */
export function ThemedField({
  chosen: { themed },
  change,
  hasIdentity,
}: FieldsProps & { hasIdentity: boolean }) {
  const { t } = useTranslation('exports')
  if (!hasIdentity) return <input type="hidden" name="themed" value={themed ? 'yes' : 'no'} />
  return (
    <Section legend={t('themed.legend')} decided={t(themed ? 'themed.own' : 'themed.none')}>
      <Tick
        label={t('themed.own')}
        name="themed"
        checked={themed}
        onChange={({ target }) => change({ themed: target.checked })}
      />
    </Section>
  )
}
