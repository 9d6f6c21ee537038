import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { intendedUses, levels, type ModuleFacts, modalities } from '#content-schema/module.ts'
import { Select, TextArea, TextField } from '../field.tsx'
import { Notice } from '../notice.tsx'
import styles from './panels.module.css'
import { type KeptFields, useKeptFields } from './use-kept-fields.ts'

export type LicenceName = { id: string; name: { fr: string; en: string } }
type Props = {
  moduleId: string
  facts: ModuleFacts
  /** Which facts the form was filled from. */
  factsDigest: string
  /** Whether the last thing done on the page was to save them. */
  saved: boolean
  licences: LicenceName[]
  mayWrite: boolean
  /** Whether code and licence may be changed too. */
  mayDecide: boolean
}

/** What a module says of itself. */
export function FactsPanel(props: Props) {
  const { moduleId, facts, factsDigest, saved, licences, mayWrite, mayDecide } = props
  const { t } = useTranslation('modules')
  const base = useBase(factsDigest, saved)
  const form = useRef<HTMLFormElement>(null)
  const kept = useKeptFields(form, moduleId, base, saved)
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">{t('facts.heading')}</h2>
      <Unsaved kept={kept} />
      <Form method="post" key={base} ref={form} preventScrollReset>
        <input type="hidden" name="intent" value="facts" />
        <input type="hidden" name="base" value={base} />
        <fieldset disabled={!mayWrite} className={styles.grid}>
          <legend className="visually-hidden">{t('facts.heading')}</legend>
          <div className={styles.wide}>
            <TextField
              label={t('facts.title')}
              name="title"
              defaultValue={facts.title}
              required
              maxLength={200}
            />
          </div>
          <TextField
            label={t('facts.code')}
            hint={t('facts.codeHint')}
            name="code"
            defaultValue={facts.code}
            readOnly={!mayDecide}
            required
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
          />
          <TextArea
            label={t('facts.objective')}
            hint={t('facts.objectiveHint')}
            name="objective"
            defaultValue={facts.objective}
            maxLength={500}
          />
          <TextArea
            label={t('facts.summary')}
            name="summary"
            defaultValue={facts.summary}
            maxLength={1000}
          />
          <TextField
            label={t('facts.audience')}
            name="audience"
            defaultValue={facts.audience}
            maxLength={300}
          />
          <TextField
            label={t('facts.prerequisites')}
            name="prerequisites"
            defaultValue={facts.prerequisites}
            maxLength={1000}
          />
          <TextField
            label={t('facts.minutes')}
            name="minutes"
            type="number"
            min={1}
            max={600}
            defaultValue={facts.minutes}
            required
          />
          <TextField
            label={t('facts.masteryPercent')}
            hint={t('facts.masteryHint')}
            name="masteryPercent"
            type="number"
            min={0}
            max={100}
            defaultValue={facts.masteryPercent}
            required
          />
          <Select label={t('facts.level')} name="level" defaultValue={facts.level}>
            {levels.map((level) => (
              <option key={level} value={level}>
                {t(`levels.${level}`)}
              </option>
            ))}
          </Select>
          <Select
            label={t('facts.intendedUse')}
            hint={t('facts.intendedUseHint')}
            name="intendedUse"
            defaultValue={facts.intendedUse ?? 'internal'}
          >
            {intendedUses.map((use) => (
              <option key={use} value={use}>
                {t(`uses.${use}`)}
              </option>
            ))}
          </Select>
          <Select label={t('facts.modality')} name="modality" defaultValue={facts.modality}>
            {modalities.map((modality) => (
              <option key={modality} value={modality}>
                {t(`modalities.${modality}`)}
              </option>
            ))}
          </Select>
          <Select label={t('facts.language')} name="language" defaultValue={facts.language}>
            <option value="fr">Français</option>
            <option value="en">English</option>
          </Select>
          <LicenceSelect
            label={t('facts.licence')}
            licences={mayDecide ? licences : licences.filter(({ id }) => id === facts.licence)}
            value={facts.licence}
          />
          <TextField
            label={t('facts.keywords')}
            hint={t('facts.keywordsHint')}
            name="keywords"
            defaultValue={facts.keywords.join(', ')}
          />
          <TextArea
            label={t('facts.authors')}
            hint={t('facts.onePerLine')}
            name="authors"
            defaultValue={facts.authors.join('\n')}
          />
          {mayWrite && (
            <p className={styles.wide}>
              <button type="submit">{t('save')}</button>
            </p>
          )}
        </fieldset>
      </Form>
    </section>
  )
}

/** What had been typed and not saved when the page was left. */
function Unsaved({ kept: { restored, outdated, forget } }: { kept: KeptFields }) {
  const { t } = useTranslation('modules')
  if (restored.length === 0 && outdated.length === 0) return null
  return (
    <Notice tone="warn">
      {restored.length > 0 && <p>{t('facts.restored')}</p>}
      {outdated.map(({ name, typed }) => (
        <p key={name}>{t('facts.outdated', { field: t(`facts.${name as 'title'}`), typed })}</p>
      ))}
      <button type="button" className="quiet" onClick={forget}>
        {t('facts.forget')}
      </button>
    </Notice>
  )
}

/**
 * The facts the form stands on: those it was opened with until it is saved, so that what was typed
 * stays when somebody else saves first, and is refused rather than written over theirs.
 */
function useBase(factsDigest: string, saved: boolean): string {
  const [base, setBase] = useState(factsDigest)
  useEffect(() => {
    if (saved) setBase(factsDigest)
  }, [saved, factsDigest])
  return base
}

export function LicenceSelect({
  label,
  licences,
  value,
}: {
  label: string
  licences: LicenceName[]
  value: string
}) {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'fr'
  return (
    <Select label={label} name="licence" defaultValue={value}>
      {licences.map(({ id, name }) => (
        <option key={id} value={id}>
          {name[language]}
        </option>
      ))}
    </Select>
  )
}
