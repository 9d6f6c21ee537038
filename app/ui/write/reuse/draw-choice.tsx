import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReusableContent } from '#app/services/reuse/reusable-content.server.ts'
import { Choices, TextField, Tick } from '#app/ui/field.tsx'
import { type NodeJson, newId } from '#content-schema/identity.ts'
import { elements } from '#content-schema/nodes/index.ts'
import {
  bankQuestions,
  competenciesOf,
  type DrawFilter,
  drawFrom,
  matching,
} from '#content-schema/reuse/draw.ts'
import { isElement } from '#content-schema/schema.ts'
import { ChosenModule, HowChoice } from './chosen-module.tsx'
import { useElementName } from './element-name.ts'
import styles from './reuse.module.css'

type Props = {
  content: ReusableContent
  inAssessment: boolean
  onAnother: () => void
  onChoose: (node: NodeJson) => void
}

/** As many as one draw may take. */
const most = 60

/** Which questions of a module may be drawn, how many are, and which that gives. */
export function DrawChoice({ content, inAssessment, onAnother, onChoose }: Props) {
  const { t } = useTranslation('reuseChoice')
  const [filter, setFilter] = useState<DrawFilter>({ pages: [], kinds: [], competencies: [] })
  const [all, setAll] = useState(inAssessment)
  const [wanted, setWanted] = useState(1)
  const [follows, setFollows] = useState(false)
  const [id] = useState(newId)
  const [seed, setSeed] = useState('')
  const { doc, moduleId, edition, digest } = content
  const questions = useMemo(() => bankQuestions(doc), [doc])
  const found = matching(questions, filter)
  const count = all ? 0 : wanted
  const drawn = drawFrom(doc, { ...filter, id, seed, count }, digest)
  const tooMany = wanted > found.length && !all
  const insert = () => {
    const attrs = { id, moduleId, edition, digest, follows, seed, count, ...filter }
    onChoose({ type: 'questionDraw', attrs })
  }
  if (questions.length === 0)
    return (
      <>
        <ChosenModule content={content} onAnother={onAnother} />
        <p>{t('noQuestion')}</p>
      </>
    )
  return (
    <>
      <ChosenModule content={content} onAnother={onAnother} />
      <Filters {...{ content, questions, filter }} onChange={setFilter} />
      <p role="status">
        <strong>{t('matching', { count: found.length })}</strong>
      </p>
      {inAssessment && (
        <Choices
          legend={t('many')}
          name="many"
          value={all ? 'allOfThem' : 'fixed'}
          choices={(['allOfThem', 'fixed'] as const).map((value) => ({
            value,
            label: t(value),
          }))}
          onChoose={(value) => setAll(value === 'allOfThem')}
        />
      )}
      {!all && (
        <>
          <TextField
            label={t('count')}
            hint={t('once')}
            name="count"
            type="number"
            min={1}
            max={most}
            value={wanted}
            onChange={({ target }) => setWanted(bounded(target.valueAsNumber))}
          />
          {tooMany && <p role="alert">{t('tooMany')}</p>}
        </>
      )}
      <DrawnList questions={drawn} />
      {!all && found.length > wanted && (
        <p>
          <button type="button" className="quiet" onClick={() => setSeed(newId())}>
            {t('redraw')}
          </button>
        </p>
      )}
      <HowChoice name="how" follows={follows} onChange={setFollows} />
      <p>
        <button type="button" disabled={drawn.length === 0 || tooMany} onClick={insert}>
          {t('insert')}
        </button>
      </p>
    </>
  )
}

function bounded(value: number): number {
  return Number.isInteger(value) ? Math.min(most, Math.max(1, value)) : 1
}

export function DrawnList({ questions }: { questions: readonly NodeJson[] }) {
  const { t } = useTranslation('reuseChoice')
  const nameOf = useElementName()
  return (
    <details open className={styles.drawn}>
      <summary>{t('drawn')}</summary>
      <ol>
        {questions.map((question) => (
          <li key={String(question.attrs?.id)}>{nameOf([question])}</li>
        ))}
      </ol>
    </details>
  )
}

type FiltersProps = {
  content: ReusableContent
  questions: ReturnType<typeof bankQuestions>
  filter: DrawFilter
  onChange: (filter: DrawFilter) => void
}

/** Only what tells questions of this bank apart. */
function Filters({ content, questions, filter, onChange }: FiltersProps) {
  const { t, i18n } = useTranslation('reuseChoice')
  const language = i18n.language === 'en' ? 'en' : 'fr'
  const used = (list: string[]) => [...new Set(list)]
  const kinds = used(questions.map(({ node }) => node.type))
  const tied = new Set(questions.flatMap(({ node }) => competenciesOf(node)))
  const onPages = new Set(questions.map(({ pageId }) => pageId))
  const choices = {
    pages: content.pages
      .filter(({ id }) => onPages.has(id))
      .map(({ id, title }) => ({ id, label: title || t('untitled') })),
    kinds: kinds.map((id) => ({
      id,
      label: isElement(id) ? elements[id].names[language] : id,
    })),
    competencies: content.competencies.filter(({ id }) => tied.has(id)),
  }
  return (
    <div className={styles.filters}>
      {(['pages', 'kinds', 'competencies'] as const).map(
        (name) =>
          choices[name].length > 1 && (
            <fieldset key={name}>
              <legend>{t(name)}</legend>
              <p className="soft">{t('all')}</p>
              {choices[name].map(({ id, label }) => (
                <Tick
                  key={id}
                  label={label}
                  name={`${name} ${id}`}
                  checked={filter[name].includes(id)}
                  onChange={() => onChange({ ...filter, [name]: toggled(filter[name], id) })}
                />
              ))}
            </fieldset>
          ),
      )}
    </div>
  )
}

function toggled(list: readonly string[], id: string): string[] {
  return list.includes(id) ? list.filter((each) => each !== id) : [...list, id]
}
