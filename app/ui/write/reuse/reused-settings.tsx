import { useTranslation } from 'react-i18next'
import type { Reused } from '#app/services/reuse/read-reused.server.ts'
import { Select, TextField } from '#app/ui/field.tsx'
import { type NodeJson, newId } from '#content-schema/identity.ts'
import type { ShownReference } from '#editor/reuse.ts'
import { HowChoice } from './chosen-module.tsx'
import styles from './reuse.module.css'

type Props = { reference: ShownReference; reused: Reused }

/** What may be settled where it is reused, and how to have it otherwise: as a copy, or not at all. */
export function ReusedSettings({ reference, reused }: Props) {
  const { t } = useTranslation('reuseChoice')
  const { attrs = {}, type } = reference.node
  const { nodes, from, latest, mayCopy } = reused
  const follow = (follows: boolean) =>
    // Whoever stops following stays with what is shown at that moment.
    reference.set(follows || !latest ? { follows } : { follows, ...latest })
  return (
    <details className={styles.settings}>
      <summary>{t('settings')}</summary>
      <HowChoice name={`how ${attrs.id}`} follows={attrs.follows === true} onChange={follow} />
      {type === 'questionDraw' ? (
        <DrawSettings reference={reference} />
      ) : (
        <ElementSettings reference={reference} shown={nodes[0]} />
      )}
      <p className="row">
        {from && mayCopy && nodes.length > 0 && (
          <button
            type="button"
            className="me-text-button"
            onClick={() =>
              reference.replace(nodes.map((node) => declared(node, t('copied', from))))
            }
          >
            {t('copy')}
          </button>
        )}
        <button type="button" className="me-text-button" onClick={reference.remove}>
          {t('remove')}
        </button>
      </p>
      {from && <p className="soft">{t(mayCopy ? 'copyHint' : 'copyNot')}</p>}
    </details>
  )
}

/** The note among authors says where a copy is from; text alone has no room for one. */
function declared(node: NodeJson, sentence: string): NodeJson {
  const { authorNote } = node.attrs ?? {}
  if (typeof authorNote !== 'string') return node
  const note = [authorNote, sentence].filter(Boolean).join('\n')
  return { ...node, attrs: { ...node.attrs, authorNote: note } }
}

function ElementSettings(props: { reference: ShownReference; shown: NodeJson | undefined }) {
  const { reference, shown } = props
  const { t } = useTranslation('reuseChoice')
  const { attrs = {} } = reference.node
  const names = { own: 'requiredOwn', yes: 'requiredYes', no: 'requiredNo' } as const
  return (
    <>
      {typeof shown?.attrs?.required === 'boolean' && (
        <Select
          label={t('required')}
          name={`required ${attrs.id}`}
          value={String(attrs.required)}
          onChange={({ target }) => reference.set({ required: target.value })}
        >
          {(['own', 'yes', 'no'] as const).map((value) => (
            <option key={value} value={value}>
              {t(names[value])}
            </option>
          ))}
        </Select>
      )}
      {typeof shown?.attrs?.points === 'number' && (
        <TextField
          label={t('points')}
          hint={t('pointsHint')}
          name={`points ${attrs.id}`}
          type="number"
          min={0}
          max={100}
          value={Number(attrs.points)}
          onChange={({ target }) => reference.set({ points: target.valueAsNumber })}
        />
      )}
    </>
  )
}

function DrawSettings({ reference }: { reference: ShownReference }) {
  const { t } = useTranslation('reuseChoice')
  const count = Number(reference.node.attrs?.count)
  if (count === 0) return <p className="soft">{t('allOfThem')}</p>
  return (
    <>
      <TextField
        label={t('count')}
        hint={t('once')}
        name="count"
        type="number"
        min={1}
        max={60}
        value={count}
        onChange={({ target }) =>
          target.valueAsNumber >= 1 && reference.set({ count: target.valueAsNumber })
        }
      />
      <p>
        <button
          type="button"
          className="me-text-button"
          onClick={() => reference.set({ seed: newId() })}
        >
          {t('redraw')}
        </button>
      </p>
    </>
  )
}
