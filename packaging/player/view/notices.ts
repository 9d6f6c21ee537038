import { attemptsLeft, isPassed } from '#content-schema/scoring/assessment.ts'
import { paperAt } from '../papers.ts'
import type { PlayerData } from '../player-data.ts'
import { leftToDo, standingOf } from '../progress.ts'
import type { Trouble } from '../reporters/reporter.ts'
import type { Session } from '../session.ts'
import { all, make, on, one, say, showWhen } from './dom.ts'
import type { Pages } from './pages.ts'

/**
 * Says where the learner is: come back to the place left, or only looking back.
 *
 * @param left position of the page where the last sitting ended
 */
export function showWelcome(
  data: PlayerData,
  session: Session,
  pages: Pages,
  left: number,
): void {
  const { untracked, elsewhere, records, recovered, resumed } = session
  const { title = '' } = data.sections[left] ?? {}
  if (elsewhere) showTrouble('elsewhere')
  welcome(
    {
      untracked,
      reviewing: !records && !elsewhere,
      recovered,
      back: records && resumed && left > 0,
    },
    title,
  )
  for (const button of all('#notice button')) {
    on(button, 'click', () => pages.show(data.publication.resume === 'ask' ? left : 0))
  }
}

export function clearWelcome(): void {
  welcome({}, '')
}

function welcome(facts: Record<string, unknown>, title: string): void {
  const notice = one('#notice')
  notice.className = Object.values(facts).some(Boolean) ? 'is-said' : ''
  showWhen(notice, facts, { title })
}

/**
 * At the end: how it went, or what is left to do. On the last page, and wherever the last question
 * was answered.
 */
export function showResult(data: PlayerData, session: Session, justAnswered: boolean): void {
  const region = one('#result')
  const progress = session.progress()
  const isLast = !data.sections[session.state.section + 1]
  const outcome = isLast || justAnswered ? standingOf(progress) : 'none'
  const failed = outcome === 'failed'
  const left = (kind: Parameters<typeof leftToDo>[2]) =>
    isLast && outcome === 'none' ? leftToDo(data, session.state, kind) : []
  const lists = {
    toTakeAgain: failed ? toTakeAgain(data, session) : [],
    toSee: left('pages'),
    toAnswer: [...left('questions'), ...left('papers')],
  }
  const facts: Record<string, unknown> = {
    [outcome]: true,
    score: outcome !== 'none' && progress.score,
    tryAgain: failed && data.questions.some(({ paper }) => paper === -1),
  }
  let isLeft = ''
  for (const [name, places] of Object.entries(lists)) {
    facts[name] = places[0]
    link(data, one(`ul[data-when=${name}]`, region), places)
    if (places[0]) isLeft = 'is-left'
  }
  region.className = outcome === 'none' ? isLeft : `is-${outcome}`
  showWhen(region, facts, {
    score: Math.floor((progress.score?.scaled ?? 0) * 100),
    threshold: data.masteryPercent,
  })
}

/** Assessments that may still be taken again, and passed. */
function toTakeAgain(data: PlayerData, { state }: Session) {
  return data.assessments.filter((assessment, place) => {
    const attempts = state.attempts[place]!
    const passed = isPassed(paperAt(data, state, place), attempts)
    return passed === false && attemptsLeft(assessment, attempts) > 0
  })
}

/** Links to the pages of some places, each once. */
function link(data: PlayerData, list: HTMLElement, places: { sectionIndex: number }[]): void {
  let titles = ''
  const items = [...new Set(places.map((each) => each.sectionIndex))].map((index) => {
    const { id, title } = data.sections[index]!
    const link = make('a', '', title)
    const item = make('li')
    link.href = `#${id}`
    item.append(link)
    titles += title
    return item
  })
  if (list.textContent !== titles) list.replaceChildren(...items)
}

/** Says that the LMS stores nothing for now, and what becomes of the learner's work; `null` unsays it. */
export function showTrouble(trouble: Trouble | 'elsewhere' | null): void {
  const place = troublePlace()
  place.dataset.now = trouble ?? ''
  say(place, place.dataset[place.dataset.now] ?? '')
}

/** It outlives the page: what became of what was told at leaving is only known a little later. */
const troublePlace = () => (troubleShown ??= one<HTMLElement>('#trouble'))
let troubleShown: HTMLElement | undefined

/** Where an LMS should be and is not: whoever does not know would learn for nothing. */
export function askToGoOn(): Promise<void> {
  const dialog = one<HTMLDialogElement>('#alone')
  on(one('button', dialog), 'click', () => dialog.close())
  dialog.showModal()
  return new Promise((resolve) => {
    on(dialog, 'close', () => resolve())
  })
}

/**
 * After leaving: nothing can be learnt any more, and it is said whether all is safe with whoever was told.
 *
 * @param telling settles when that is known, where it takes time; it is told to `showTrouble` before
 */
export async function showLeft(told: boolean, telling: Promise<void> | void): Promise<void> {
  const { dataset } = troublePlace()
  document.body.replaceChildren(one<HTMLTemplateElement>('#left').content)
  const text = one('.left p')
  const tell = (what: string) => {
    text.textContent = text.dataset[what]!
    text.focus()
  }
  if (telling) {
    tell('leaving')
    await telling
  }
  tell(dataset.now || (told ? 'told' : 'alone'))
}
