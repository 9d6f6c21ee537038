import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from '#app/framework.ts'
import type { ExportedEdition } from '#app/services/exports/read-export-page.server.ts'
import type { Profile } from '#app/services/publication-profiles/profiles.server.ts'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { isPaper } from '#packaging/package-source.ts'
import type { Publication } from '#packaging/publication/publication.ts'
import { CheckFields } from './check-fields.tsx'
import type { Chosen, Decide } from './chosen.ts'
import { DestinationFields } from './destination-fields.tsx'
import styles from './exports.module.css'
import { IdentityFields, PlayerFields, TraceFields } from './player-fields.tsx'
import { KeepProfile, ProfileChoice } from './profiles.tsx'
import { CompletionFields, SuccessFields } from './rule-fields.tsx'
import { StatusFields, StatusPreview } from './status-fields.tsx'
import { ThemedField } from './themed-field.tsx'
import { UseFields } from './use-fields.tsx'

type Props = {
  moduleId: string
  edition: ExportedEdition
  profiles: Profile[]
  /** The profile that is started from, if any. */
  profile: Profile | null
  mayKeep: boolean
  mayWrite: boolean
  /** Whether the organisation says how its packages look. */
  hasIdentity: boolean
  /** Whether this server has a browser that prints. */
  printsPdf: boolean
}

/** All that is decided when a module is exported, in the order in which it matters. */
export function ExportCard({
  moduleId,
  edition,
  profiles,
  profile,
  mayKeep,
  mayWrite,
  hasIdentity,
  printsPdf,
}: Props) {
  const { t } = useTranslation('exports')
  const busy = useNavigation().state === 'submitting'
  const [chosen, setChosen] = useState<Chosen>(() => startFrom(edition, profile))
  const change = (part: Partial<Chosen>) => setChosen((before) => ({ ...before, ...part }))
  const decide: Decide = (part) =>
    setChosen((before) => ({ ...before, publication: { ...before.publication, ...part } }))
  const paper = isPaper(chosen.format)
  const fields = { edition, chosen, decide, change }
  return (
    <section className="card" aria-labelledby="export">
      <h2 id="export">{t('heading', { edition: edition.number })}</h2>
      <ProfileChoice profiles={profiles} profile={profile} />
      <Form method="post" className={styles.form}>
        <DestinationFields {...fields} printsPdf={printsPdf} />
        <UseFields {...fields} moduleId={moduleId} mayWrite={mayWrite} />
        <div hidden={paper}>
          <StatusPreview {...fields} />
        </div>
        <div>
          {/* What only a player does is sent all the same: paper takes no notice of it. */}
          <div hidden={paper}>
            <CompletionFields {...fields} />
            <SuccessFields {...fields} />
            <StatusFields {...fields} />
          </div>
          <IdentityFields {...fields} />
          <div hidden={paper}>
            <ThemedField {...fields} hasIdentity={hasIdentity} />
            <PlayerFields {...fields} />
            <TraceFields {...fields} />
          </div>
        </div>
        <CheckFields {...fields} moduleId={moduleId} />
        <TextField
          label={t('recipient.label')}
          hint={t('recipient.hint')}
          name="recipient"
          maxLength={200}
        />
        <TextArea label={t('note.label')} hint={t('note.hint')} name="note" maxLength={1000} />
        <p>
          <button type="submit" name="intent" value="prepare" disabled={busy}>
            {t('prepare')}
          </button>
        </p>
        {mayKeep && !paper && <KeepProfile profile={profile} busy={busy} />}
      </Form>
    </section>
  )
}

function startFrom(edition: ExportedEdition, profile: Profile | null): Chosen {
  const publication: Publication = profile?.publication ?? edition.proposed
  return {
    preset: profile?.preset ?? null,
    format: profile?.format ?? 'scorm-12',
    traces: profile?.traces ?? true,
    themed: profile?.themed ?? true,
    use: { reach: 'organisation', commercial: false },
    publication,
  }
}
