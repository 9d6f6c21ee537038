import { useEditorState } from '@tiptap/react'
import { findNode } from '#content-schema/elements.ts'
import type { SettingsProps } from '../element-editor.ts'
import { goToNode } from '../go-to-node.ts'
import { type MappedScene, mapOf } from '../scenario-map.ts'
import { ChoiceField, WholeNumberField } from './fields.tsx'
import { QuestionSettings } from './question-settings.tsx'

const words = {
  fr: {
    map: 'Chemins',
    never: 'Aucun choix n’y mène.',
    start: 'Début',
    leads: 'Mène à',
    end: 'La fin',
    points: 'Points de ce choix',
    pointsHint: 'Le meilleur chemin vaut tous les points ; 0 partout : rien n’est noté.',
  },
  en: {
    map: 'Paths',
    never: 'No option leads here.',
    start: 'Start',
    leads: 'Leads to',
    end: 'End',
    points: 'Points for this option',
    pointsHint:
      'The best path earns full marks. If every option is worth 0, the scenario is not scored.',
  },
}

export function ScenarioSettings(props: SettingsProps) {
  return (
    <>
      <QuestionSettings {...props} />
      <ScenarioMap {...props} />
    </>
  )
}

/** Where the choice under the caret leads, and what it is worth. */
export function SceneChoiceSettings({ editor, node, words: all, set }: SettingsProps) {
  const said = words[all.language]
  const map = useMap(editor, String(node.attrs.id), all.language)
  return (
    <>
      <ChoiceField
        label={said.leads}
        value={String(node.attrs.leadsTo)}
        options={[
          { value: '', label: said.end },
          ...map.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(leadsTo) => set({ leadsTo })}
      />
      <WholeNumberField
        label={said.points}
        hint={said.pointsHint}
        value={node.attrs.points}
        least={0}
        most={100}
        refusal={all.settings.outOfRange(0, 100)}
        onChange={(points) => set({ points })}
      />
    </>
  )
}

/** The paths as a list: each scene, and where its choices lead; a press goes there. */
function ScenarioMap({ editor, node, words: { language } }: SettingsProps) {
  const said = words[language]
  const map = useMap(editor, String(node.attrs.id), language)
  return (
    <section className="me-paths" aria-label={said.map}>
      <h4>{said.map}</h4>
      <ol>
        {map.map(({ id, name, reached, choices }, index) => (
          <li key={id}>
            <button type="button" onClick={() => goToNode(editor, id)}>
              {name}
            </button>
            {index === 0 && <span className="me-hint"> {said.start}</span>}
            {!reached && <p className="me-error">{said.never}</p>}
            <ul>
              {choices.map((choice) => (
                <li key={choice.id} className={choice.broken ? 'me-error' : undefined}>
                  {choice.text} → {choice.target}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The map of the scenario that has this node, or is it; follows what is typed. */
function useMap(
  editor: SettingsProps['editor'],
  id: string,
  language: SettingsProps['words']['language'],
): MappedScene[] {
  return useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      let map: MappedScene[] = []
      state.doc.descendants((node) => {
        if (node.type.name === 'scenario' && holds(node, id)) map = mapOf(node, language)
        return node.type.name === 'doc' || node.type.name === 'section'
      })
      return map
    },
    equalityFn: (before, now) => JSON.stringify(before) === JSON.stringify(now),
  })
}

function holds(scenario: SettingsProps['node'], id: string): boolean {
  return scenario.attrs.id === id || findNode(scenario, id) !== null
}
