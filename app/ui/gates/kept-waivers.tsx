import { useTranslation } from 'react-i18next'
import type { KeptWaiver } from '#app/db/schema/bank/index.ts'
import gatesEn from '#app/i18n/en/gates.json'
import gatesFr from '#app/i18n/fr/gates.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'

type Props = { waivers: Omit<KeptWaiver, 'grantedBy' | 'grantedAt'>[] }

/** What an edition was published in spite of; whoever meets it is told. */
export function KeptWaivers({ waivers }: Props) {
  useOwnWords('gates', { fr: gatesFr, en: gatesEn })
  const { t } = useTranslation('gates')
  const { day } = useFormat()
  return waivers.map(({ gate, reason, endsOn }) => (
    <p key={gate}>{t('waiver.kept', { gate: t(`gate.${gate}`), day: day(endsOn), reason })}</p>
  ))
}
