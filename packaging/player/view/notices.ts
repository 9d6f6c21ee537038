import { attemptsLeft, isPassed } from '#content-schema/scoring/assessment.ts'
import { fill } from '../i18n/words.ts'
import { paperAt, placeOfPaper } from '../papers.ts'
import type { PlayerData } from '../player-data.ts'
import { leftToDo } from '../progress.ts'
import type { Trouble } from '../reporters/reporter.ts'
import type { Session } from '../session.ts'
import { button, byId, make } from './dom.ts'
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
  const notice = byId('notice')
  if (!notice) return
  const { words } = data
  const say = (text: string) => notice.append(make('p', '', text))
  if (session.untracked) say(words.untracked)
  else if (session.elsewhere) showTrouble(data, 'elsewhere')
  else if (!session.records) say(words.reviewing)
  if (session.recovered) say(words.recovered)
  if (session.records && session.resumed && left > 0) {
    const asks = data.publication.resume === 'ask'
    const { title = '' } = data.sections[left] ?? {}
    say(asks ? fill(words.wereAt, { title }) : words.resumed)
    notice.append(
      button(asks ? words.goOn : words.startOver, () => pages.show(asks ? left : 0)),
    )
  }
}

export function clearWelcome(): void {
  byId('notice')?.replaceChildren()
}

/**
 * At the end: how it went, or what is left to do. On the last page, and wherever the last question
 * was answered.
 */
export function showResult(
  data: PlayerData,
  session: Session,
  again: () => void,
  justAnswered: boolean,
): void {
  const region = byId('result')
  if (!region) return
  const { completed } = session.progress()
  const isLast = session.state.section === data.sections.length - 1
  const shown = completed && (isLast || justAnswered)
  const parts = shown ? outcome(data, session, again) : isLast ? whatIsLeft(data, session) : []
  if (region.textContent === parts.map((part) => part.textContent).join('')) return
  region.className = shown ? `is-${outcomeName(session)}` : ''
  region.replaceChildren(...parts)
}

function outcomeName(session: Session): 'passed' | 'failed' | 'completed' {
  const { passed } = session.progress()
  if (passed === null) return 'completed'
  return passed ? 'passed' : 'failed'
}

function outcome(data: PlayerData, session: Session, again: () => void): HTMLElement[] {
  const { score, passed } = session.progress()
  const { words } = data
  const parts: HTMLElement[] = [make('p', 'result-title', words[outcomeName(session)])]
  if (score) {
    const values = { score: Math.floor(score.scaled * 100), threshold: data.masteryPercent }
    parts.push(make('p', '', fill(words.score, values)))
  }
  const alone = data.questions.some((_, index) => placeOfPaper(data, index) === -1)
  if (passed === false && alone) parts.push(button(words.tryAgain, again))
  if (passed === false)
    parts.push(...places(data, words.toTakeAgain, leftToTake(data, session)))
  return parts
}

/** Pages of assessments that may still be taken again, and passed. */
function leftToTake(data: PlayerData, { state }: Session): number[] {
  return data.assessments.flatMap((assessment, place) => {
    const attempts = state.attempts[place]!
    const passed = isPassed(paperAt(data, state, place), attempts)
    const more = passed === false && attemptsLeft(assessment, attempts) > 0
    return more ? assessment.sectionIndex : []
  })
}

function whatIsLeft(data: PlayerData, session: Session): HTMLElement[] {
  const left = (kind: Parameters<typeof leftToDo>[2]) =>
    leftToDo(data, session.state, kind).map(({ sectionIndex }) => sectionIndex)
  return [
    ...places(data, data.words.toSee, left('pages')),
    ...places(data, data.words.toAnswer, [...left('questions'), ...left('papers')]),
  ]
}

function places(data: PlayerData, label: string, indexes: number[]): HTMLElement[] {
  if (indexes.length === 0) return []
  const list = make('ul')
  for (const index of new Set(indexes)) {
    const section = data.sections[index]
    if (!section) continue
    const link = make('a', '', section.title)
    link.href = `#${section.id}`
    const item = make('li')
    item.append(link)
    list.append(item)
  }
  return [make('p', '', label), list]
}

/** Says that the LMS stores nothing for now, and what becomes of the learner's work; `null` unsays it. */
export function showTrouble(
  { words }: PlayerData,
  trouble: Trouble | 'elsewhere' | null,
): void {
  const region = byId('trouble')
  if (!region || region.dataset.trouble === (trouble ?? '')) return
  region.dataset.trouble = trouble ?? ''
  region.textContent = trouble && words[trouble]
}

/** Where an LMS should be and is not: whoever does not know would learn for nothing. */
export function askToGoOn({ title, words }: PlayerData): Promise<void> {
  const dialog = make('dialog')
  dialog.setAttribute('aria-label', title)
  dialog.append(
    make('p', '', words.noLms),
    button(words.goAlone, () => dialog.close()),
  )
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve()
    })
  })
}

/** After leaving: nothing can be learnt any more, and it is said whether all is safe. */
export function showLeft(data: PlayerData): void {
  const said = make('main', 'left')
  const { left, leftAway, leftUnkept, elsewhere } = data.words
  const instead = { away: leftAway, awayUnkept: leftUnkept, elsewhere }
  const trouble = byId('trouble')?.dataset.trouble
  const text = make('p', '', trouble ? instead[trouble as keyof typeof instead] : left)
  text.tabIndex = -1
  said.append(text)
  document.body.replaceChildren(said)
  text.focus()
}
