import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from '#app/framework.ts'
import type { Place } from '#content-schema/anchors/anchor.ts'
import styles from './remark-list.module.css'
import { RemarkItem, type SaidRemark } from './remark-list.tsx'

const shows = ['open', 'problems', 'detached', 'all'] as const
type Show = (typeof shows)[number]
const groupings = ['node', 'person'] as const

/** What a remark was made in, beside the remark itself. */
export type BoardRemark = SaidRemark & { reviewId: string; round: number; byLink: boolean }

type Props = {
  remarks: BoardRemark[]
  /** Where each is now, by its id. */
  places: Record<string, Place>
  /** The elements in the order in which they are read, with their first words. */
  nodes: { id: string; text: string }[]
  moduleId: string
  mayResolve: boolean
}

/** All that reviewers said of a module, by element or by person, with what is to be dealt with first. */
export function RemarkBoard({ remarks, places, nodes, moduleId, mayResolve }: Props) {
  const { t } = useTranslation('review')
  const [search] = useSearchParams()
  const show = shows.find((each) => each === search.get('show')) ?? 'open'
  const grouping = groupings.find((each) => each === search.get('by')) ?? 'node'
  const shown = remarks.filter((remark) => isShown(remark, show, places[remark.id]))
  const groups = grouping === 'person' ? byPerson(shown) : byNode(shown, places, nodes)
  const named = (name: string) => name || t(grouping === 'person' ? 'unnamed' : 'wholeModule')
  return (
    <section className="card" aria-labelledby="remarks-title">
      <h2 id="remarks-title">{t('remarksTitle')}</h2>
      <Choice legend={t('show')} name="show" value={show} values={shows}>
        {(each) =>
          t(`shown.${each}`, {
            number: remarks.filter((one) => isShown(one, each, places[one.id])).length,
          })
        }
      </Choice>
      <Choice legend={t('group')} name="by" value={grouping} values={groupings}>
        {(each) => t(`grouped.${each}`)}
      </Choice>
      {shown.length === 0 && <p className="soft">{t('noRemark')}</p>}
      {groups.map(({ key, name, said }) => (
        <section key={key} aria-label={named(name)}>
          <h3>{named(name)}</h3>
          <ul className={styles.list}>
            {said.map((remark) => (
              <RemarkItem
                key={remark.id}
                remark={remark}
                place={places[remark.id] ?? null}
                moduleId={moduleId}
                resolving={mayResolve ? remark.reviewId : null}
                from={`${t('ofRound', { number: remark.round })}${remark.byLink ? ` · ${t('byLink')}` : ''}`}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

type ChoiceProps<Value extends string> = {
  legend: string
  name: string
  value: Value
  values: readonly Value[]
  children: (value: Value) => string
}

/** Links, so that a way of looking has an address. */
function Choice<Value extends string>({
  legend,
  name,
  value,
  values,
  children: labelled,
}: ChoiceProps<Value>) {
  const [search] = useSearchParams()
  const to = (each: Value) => {
    const next = new URLSearchParams(search)
    next.set(name, each)
    return `?${next}`
  }
  return (
    <nav className={styles.choices} aria-label={legend}>
      {values.map((each) => (
        <Link
          key={each}
          to={to(each)}
          aria-current={each === value ? 'page' : undefined}
          preventScrollReset
        >
          {labelled(each)}
        </Link>
      ))}
    </nav>
  )
}

function isShown({ kind, resolved }: BoardRemark, show: Show, place: Place | undefined) {
  if (show === 'all') return true
  if (show === 'open') return !resolved
  if (show === 'problems') return kind === 'problem' && !resolved
  return place?.state === 'detached'
}

type Group = { key: string; name: string; said: BoardRemark[] }

function byPerson(remarks: BoardRemark[]): Group[] {
  const groups = new Map<string, Group>()
  for (const remark of remarks) {
    const group = groups.get(remark.author) ?? {
      key: remark.author,
      name: remark.author,
      said: [],
    }
    groups.set(remark.author, group)
    group.said.push(remark)
  }
  return [...groups.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/** In the order of the text; those on the whole module first, those whose element went last. */
function byNode(
  remarks: BoardRemark[],
  places: Record<string, Place>,
  nodes: { id: string; text: string }[],
): Group[] {
  const order = new Map(nodes.map(({ id, text }, index) => [id, { index, text }]))
  const groups = new Map<string, Group>()
  for (const remark of remarks) {
    const place = places[remark.id]
    const key = (place?.state !== 'detached' && place?.nodeId) || (remark.nodeId ?? '')
    const name = key === '' ? '' : (order.get(key)?.text ?? remark.quote)
    const group = groups.get(key) ?? { key, name: name || (key && '…'), said: [] }
    groups.set(key, group)
    group.said.push(remark)
  }
  const rank = ({ key }: Group) => (key === '' ? -1 : (order.get(key)?.index ?? nodes.length))
  return [...groups.values()].sort((a, b) => rank(a) - rank(b))
}
