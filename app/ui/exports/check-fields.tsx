import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { FindingList } from '#app/ui/finding-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { presetOf } from '#packaging/publication/presets/index.ts'
import { stateLimit } from '#packaging/publication/state-limit.ts'
import { type FieldsProps, reports } from './chosen.ts'

/** What would make trouble there, before anything is made. */
export function CheckFields({ edition, chosen, moduleId }: FieldsProps & { moduleId: string }) {
  const { t } = useTranslation('exports')
  const { number, bytes } = useFormat()
  const resumes = useResumes()
  const preset = presetOf(chosen.preset)
  const limit = stateLimit(chosen.format, preset)
  const { stateCharacters, mediaBytes, findings } = edition
  const state = { characters: number(stateCharacters), limit: number(limit ?? 0) }
  const zip = preset?.limits.zip
  return (
    <section aria-labelledby="export-checks">
      <h3 id="export-checks">{t('checks.legend')}</h3>
      {limit !== null && stateCharacters > limit && (
        <Notice tone="warn">{t('checks.stateTooLarge', state)}</Notice>
      )}
      <ul className="plain-list">
        {limit !== null && <li>{t('checks.state', state)}</li>}
        <li>
          {zip
            ? t('checks.weightLimit', { size: bytes(mediaBytes), limit: bytes(zip) })
            : t('checks.weight', { size: bytes(mediaBytes) })}
        </li>
        {reports(chosen.format) && <li>{resumes(edition)}</li>}
        {findings.length === 0 && <li>{t('checks.nothing')}</li>}
      </ul>
      <FindingList findings={findings} moduleId={moduleId} mayWrite={false} />
    </section>
  )
}

/** What becomes of those who began an earlier edition. */
function useResumes() {
  const { t } = useTranslation('exports')
  return ({ resume }: FieldsProps['edition']) => {
    if (resume === null) return t('checks.resumeFirst')
    const { edition, lost } = resume
    return lost === 0
      ? t('checks.resumeSafe', { edition })
      : t('checks.resumeLost', { edition, count: lost })
  }
}
