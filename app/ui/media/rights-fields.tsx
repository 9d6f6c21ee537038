import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import rightsEn from '#app/i18n/en/rights.json'
import rightsFr from '#app/i18n/fr/rights.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { EmbeddedRights } from '#app/services/assets/embedded-rights.server.ts'
import type { RightsChoices } from '#app/services/assets/rights-choices.server.ts'
import {
  grantable,
  parentsAgreed,
  type RightsRecord,
  recognisable,
  useBases,
} from '#content-schema/rights-record.ts'
import { Select, TextArea, TextField, Tick } from '../field.tsx'
import { LicenceSelect } from '../module/facts-panel.tsx'
import styles from '../module/panels.module.css'
import { FoundInFile } from './found-in-file.tsx'
import { LicenceReader } from './licence-reader.tsx'

type Props = {
  rights: RightsRecord
  /** What the file says of itself, where nobody said it. */
  embedded?: EmbeddedRights | null
  mayWrite: boolean
  /** Whoever just asked for the fields writes in them at once. */
  isAskedFor?: boolean
} & RightsChoices

/**
 * What is known of a file's rights: what is asked of every file first, the rest folded under what
 * it comes to. The form around it says of which file.
 */
export function RightsFields(props: Props) {
  const { licences, mayWrite, embedded = null } = props
  const rights = proposed(props.rights, embedded)
  useOwnWords('rights', { fr: rightsFr, en: rightsEn })
  const { t } = useTranslation(['modules', 'rights'])
  const fields = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (props.isAskedFor) fields.current?.querySelector('input')?.focus()
  }, [props.isAskedFor])
  const take = (id: string) => {
    const select = fields.current?.querySelector<HTMLSelectElement>('[name=licence]')
    if (select) select.value = id
  }
  return (
    <fieldset ref={fields} disabled={!mayWrite} className={styles.grid}>
      <legend className="visually-hidden">{rights.title}</legend>
      {mayWrite && embedded && (
        <div className={styles.wide}>
          <FoundInFile embedded={embedded} />
        </div>
      )}
      <TextField label={t('rights.title')} name="title" defaultValue={rights.title} />
      <LicenceSelect label={t('rights.licence')} licences={licences} value={rights.licence} />
      <Select
        label={t('rights:basis')}
        hint={t('rights:basisHint')}
        name="basis"
        defaultValue={rights.basis}
      >
        {useBases.map((basis) => (
          <option key={basis} value={basis}>
            {t(`rights:bases.${basis}`)}
          </option>
        ))}
      </Select>
      {mayWrite && <LicenceReader licences={licences} onTake={take} />}
      <TextArea
        label={t('rights.authors')}
        hint={t('facts.onePerLine')}
        name="authors"
        defaultValue={rights.authors.join('\n')}
      />
      <TextField
        label={t('rights.source')}
        hint={t('rights.sourceHint')}
        name="source"
        defaultValue={rights.source}
      />
      <TextField
        label={t('rights.changes')}
        hint={t('rights:changesHint')}
        name="changes"
        defaultValue={rights.changes}
      />
      <Terms {...props} />
      <Faces {...props} />
      {mayWrite && (
        <p className={styles.wide}>
          <button type="submit">{t('save')}</button>
        </p>
      )}
    </fieldset>
  )
}

/** What is surely read in the file stands in the form until a person saves it, or writes over it. */
function proposed(rights: RightsRecord, embedded: EmbeddedRights | null): RightsRecord {
  if (!embedded || rights.licence !== 'unknown') return rights
  const { reading, title, authors, source } = embedded
  const isSure = reading.confidence === 'certain' || reading.confidence === 'likely'
  return {
    ...rights,
    title: title || rights.title,
    authors: rights.authors.length > 0 ? rights.authors : authors,
    source: rights.source || source,
    licence: (isSure && reading.licence) || rights.licence,
  }
}

/** What was agreed, for how long, and what proves it. */
function Terms({ rights, members, proofs }: Props) {
  const { t } = useTranslation(['modules', 'rights'])
  const { day } = useFormat()
  const { until } = rights
  return (
    <details className={styles.fold}>
      <summary className={styles.foldName}>
        <strong>{t('rights:terms')}</strong>{' '}
        <span className="soft">
          {until
            ? t('rights:termsSaid.until', { day: day(until) })
            : t('rights:termsSaid.none')}
        </span>
      </summary>
      <div className={styles.grid}>
        <TextField
          label={t('rights:holder')}
          hint={t('rights:holderHint')}
          name="holder"
          defaultValue={rights.holder}
        />
        <fieldset className={styles.ticks}>
          <legend>{t('rights:granted')}</legend>
          {grantable.map((right) => (
            <Tick
              key={right}
              label={t(`rights:grants.${right}`)}
              name="granted[]"
              value={right}
              defaultChecked={rights.granted.includes(right)}
            />
          ))}
        </fieldset>
        <TextField
          label={t('rights:from')}
          name="from"
          type="date"
          defaultValue={rights.from ?? ''}
        />
        <TextField
          label={t('rights.until')}
          hint={t('rights.untilHint')}
          name="until"
          type="date"
          defaultValue={until ?? ''}
        />
        <TextField
          label={t('rights:territory')}
          hint={t('rights:territoryHint')}
          name="territory"
          defaultValue={rights.territory}
        />
        <TextField
          label={t('rights:proof')}
          hint={t('rights:proofHint')}
          name="proof"
          defaultValue={rights.proof}
        />
        <Select
          label={t('rights:proofFile')}
          name="proofFile"
          defaultValue={rights.proofFile ?? ''}
        >
          <option value="">{t('rights:noProofFile')}</option>
          {proofs.map(({ digest, title }) => (
            <option key={digest} value={digest}>
              {title || digest.slice(0, 8)}
            </option>
          ))}
        </Select>
        <Select
          label={t('rights:guarantor')}
          name="guarantorId"
          defaultValue={rights.guarantorId ?? ''}
        >
          <option value="">{t('rights:nobody')}</option>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <TextField
          label={t('rights:sourceUpdatedOn')}
          hint={t('rights:sourceUpdatedHint')}
          name="sourceUpdatedOn"
          type="date"
          defaultValue={rights.sourceUpdatedOn ?? ''}
        />
        <TextField
          label={t('rights:previousChanges')}
          name="previousChanges"
          defaultValue={rights.previousChanges}
        />
      </div>
    </details>
  )
}

/** Whether anybody can be recognised, and what they signed. */
function Faces({ rights: { people, release } }: Props) {
  const { t } = useTranslation(['modules', 'rights'])
  return (
    <details className={styles.fold} open={people === 'without-release'}>
      <summary className={styles.foldName}>
        <strong>{t('rights:faces')}</strong>{' '}
        <span className="soft">{t(`rights.peopleChoices.${people}`)}</span>
      </summary>
      <div className={styles.grid}>
        <Select label={t('rights.people')} name="people" defaultValue={people}>
          {recognisable.map((each) => (
            <option key={each} value={each}>
              {t(`rights.peopleChoices.${each}`)}
            </option>
          ))}
        </Select>
        <TextField label={t('rights:releaseBy')} name="releaseBy" defaultValue={release.by} />
        <TextField
          label={t('rights:releaseUntil')}
          hint={t('rights.untilHint')}
          name="releaseUntil"
          type="date"
          defaultValue={release.until ?? ''}
        />
        <Select label={t('rights:minors')} name="releaseMinors" defaultValue={release.minors}>
          {parentsAgreed.map((each) => (
            <option key={each} value={each}>
              {t(`rights:minorsChoices.${each}`)}
            </option>
          ))}
        </Select>
      </div>
    </details>
  )
}
