import { useTranslation } from 'react-i18next'
import { Choices, Select, TextField, Tick } from '#app/ui/field.tsx'
import { navigations, resumes } from '#packaging/publication/publication.ts'
import { type FieldsProps, reports } from './chosen.ts'
import { Section } from './section.tsx'

/** What the LMS calls it. */
export function IdentityFields({ edition, chosen, decide }: FieldsProps) {
  const { t } = useTranslation('exports')
  const { title, code, minutes, number, language } = edition
  return (
    <Section legend={t('identity.legend')} decided={chosen.publication.title || title}>
      <p className="soft">{t('identity.facts', { code, minutes, edition: number })}</p>
      <TextField
        label={t('identity.title')}
        hint={t('identity.titleHint', { title })}
        name="title"
        maxLength={200}
        value={chosen.publication.title}
        onChange={(event) => decide({ title: event.target.value })}
      />
      <Select label={t('identity.language')} name="language" defaultValue={language}>
        <option value="fr">Français</option>
        <option value="en">English</option>
      </Select>
    </Section>
  )
}

/** How it is gone through. */
export function PlayerFields({ chosen, decide }: FieldsProps) {
  const { t } = useTranslation('exports')
  const { navigation, resume, cover, exitLink } = chosen.publication
  return (
    <Section
      legend={t('player.legend')}
      decided={`${t(`player.${navigation}`)}, ${t(`player.${resume}`)}`}
    >
      <Choices
        legend={t('player.navigation')}
        name="navigation"
        value={navigation}
        choices={navigations.map((value) => ({ value, label: t(`player.${value}`) }))}
        onChoose={(value) => decide({ navigation: value })}
      />
      <Choices
        legend={t('player.resume')}
        name="resume"
        value={resume}
        choices={resumes.map((value) => ({ value, label: t(`player.${value}`) }))}
        onChoose={(value) => decide({ resume: value })}
      />
      <Tick
        label={t('player.cover')}
        name="cover"
        checked={cover}
        onChange={(event) => decide({ cover: event.target.checked })}
      />
      <Tick
        label={t('player.exitLink')}
        name="exitLink"
        checked={exitLink}
        onChange={(event) => decide({ exitLink: event.target.checked })}
      />
    </Section>
  )
}

/** What is told besides status and score. */
export function TraceFields({ chosen, decide, change }: FieldsProps) {
  const { t } = useTranslation('exports')
  const { interactions, objectives, learnerRemarks } = chosen.publication
  return (
    <Section
      legend={t('traces.legend')}
      decided={t(chosen.traces ? 'traces.sent' : 'traces.notSent')}
    >
      <Tick
        label={t('traces.statements')}
        hint={t('traces.statementsHint')}
        name="traces"
        checked={chosen.traces}
        onChange={(event) => change({ traces: event.target.checked })}
      />
      <Tick
        label={t('traces.learnerRemarks')}
        hint={t('traces.learnerRemarksHint')}
        name="learnerRemarks"
        checked={learnerRemarks}
        onChange={(event) => decide({ learnerRemarks: event.target.checked })}
      />
      <Tick
        label={t('traces.interactions')}
        name="interactions"
        checked={interactions}
        disabled={!reports(chosen.format)}
        onChange={(event) => decide({ interactions: event.target.checked })}
      />
      <Tick
        label={t('traces.objectives')}
        name="objectives"
        checked={objectives}
        disabled={!reports(chosen.format)}
        onChange={(event) => decide({ objectives: event.target.checked })}
      />
    </Section>
  )
}
