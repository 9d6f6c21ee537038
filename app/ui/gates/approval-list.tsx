import { useTranslation } from 'react-i18next'
import checklistsEn from '#app/i18n/en/checklists.json'
import reuseEn from '#app/i18n/en/reuse.json'
import checklistsFr from '#app/i18n/fr/checklists.json'
import reuseFr from '#app/i18n/fr/reuse.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { Publication } from '#app/services/publication/read-publication.server.ts'
import type { Voiding } from '#content-schema/scopes/voided-by.ts'
import { Badge } from '../badge.tsx'
import { Comparison } from '../reuse/comparison.tsx'

type Approvals = Publication['approvals']

const tones = {
  approved: 'ok',
  'changes-asked': 'danger',
  waiting: 'accent',
  outdated: 'warn',
  missing: 'neutral',
} as const

/** Who signed each aspect that has to be, and the very change that voided it where one did. */
export function ApprovalList({ approvals }: { approvals: Approvals }) {
  useOwnWords('reuse', { fr: reuseFr, en: reuseEn })
  useOwnWords('checklists', { fr: checklistsFr, en: checklistsEn })
  const { t } = useTranslation(['gates', 'modules', 'checklists'])
  const { instant } = useFormat()
  return (
    <ul className="plain-list" aria-label={t('approvals')}>
      {approvals.map(({ aspect, state, verdict, voiding }) => (
        <li key={aspect}>
          <p className="row">
            <strong>{t(`modules:aspects.${aspect}`)}</strong>
            <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
            {verdict && (
              <span className="soft">
                {t('said', { name: verdict.expert, date: instant(verdict.givenAt) })}
                {verdict.byLink && ` · ${t('byLink')}`}
              </span>
            )}
            {refused(verdict) > 0 && (
              <span>{t('checklists:refusedInChecklist', { count: refused(verdict) })}</span>
            )}
          </p>
          {voiding && <Voided voiding={voiding} />}
        </li>
      ))}
    </ul>
  )
}

/** How many items of the checklist were answered « no ». */
function refused(verdict: Approvals[number]['verdict']): number {
  return verdict?.checks.filter(({ answer }) => answer === 'no').length ?? 0
}

function Voided({ voiding }: { voiding: Voiding }) {
  const { t } = useTranslation('gates')
  const { facts, elements, alignments, uses, rights, order } = voiding
  return (
    <details>
      <summary>{t('voided')}</summary>
      {alignments && <p>{t('voidedAlignments')}</p>}
      {uses && <p>{t('voidedUses')}</p>}
      {rights && <p>{t('voidedRights')}</p>}
      {order && <p>{t('voidedOrder')}</p>}
      {facts.length + elements.length > 0 && <Comparison facts={facts} elements={elements} />}
    </details>
  )
}
