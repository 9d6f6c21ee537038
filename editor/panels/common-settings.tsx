import { isElement } from '#content-schema/schema.ts'
import type { SettingsProps } from '../element-editor.ts'
import { languages } from '../words/languages.ts'
import { CheckField, ChoiceField, TextField } from './fields.tsx'

/** A competency that the module is tied to, among which an element's are chosen. */
export type CompetencyName = { id: string; label: string }

type Props = SettingsProps & { competencies: readonly CompetencyName[] }

/** What every element can be told beside its own settings; folded, since it is seldom needed. */
export function CommonSettings({ node, words, set, competencies }: Props) {
  if (!isElement(node.type.name) || node.attrs.tutorNote === undefined) return null
  const { common } = words
  return (
    <div className="me-common">
      <Group label={common.accessibility} filled={node.attrs.lang !== ''}>
        <ChoiceField
          label={common.language}
          hint={common.languageHint}
          value={String(node.attrs.lang)}
          options={['' as const, ...languages].map((value) => ({
            value,
            label: common.languages[value],
          }))}
          onChange={(lang) => set({ lang })}
        />
      </Group>
      <Group label={common.competencies} filled={node.attrs.competencies.length > 0}>
        <Competencies node={node} words={words} set={set} competencies={competencies} />
      </Group>
      <Group
        label={common.notes}
        filled={node.attrs.tutorNote !== '' || node.attrs.authorNote !== ''}
      >
        <TextField
          label={common.tutorNote}
          hint={common.tutorNoteHint}
          value={node.attrs.tutorNote}
          longest={5000}
          rows={4}
          onChange={(tutorNote) => set({ tutorNote })}
        />
        <TextField
          label={common.authorNote}
          hint={common.authorNoteHint}
          value={node.attrs.authorNote}
          longest={5000}
          rows={3}
          onChange={(authorNote) => set({ authorNote })}
        />
      </Group>
      <CheckField
        label={common.locked}
        hint={common.lockedHint}
        checked={node.attrs.locked}
        onChange={(locked) => set({ locked })}
      />
    </div>
  )
}

type GroupProps = { label: string; filled: boolean; children: React.ReactNode }

function Group({ label, filled, children }: GroupProps) {
  return (
    <details className="me-group">
      <summary>
        {label}
        {filled && <span className="me-filled" aria-hidden="true" />}
      </summary>
      {children}
    </details>
  )
}

function Competencies({ node, words, set, competencies }: Omit<Props, 'editor'>) {
  const chosen: string[] = node.attrs.competencies
  if (competencies.length === 0) return <p className="me-hint">{words.common.noCompetency}</p>
  const toggle = (id: string, on: boolean) =>
    set({ competencies: on ? [...chosen, id] : chosen.filter((each) => each !== id) })
  return (
    <>
      <p className="me-hint">{words.common.competenciesHint}</p>
      {competencies.map(({ id, label }) => (
        <CheckField
          key={id}
          label={label}
          checked={chosen.includes(id)}
          onChange={(on) => toggle(id, on)}
        />
      ))}
    </>
  )
}
