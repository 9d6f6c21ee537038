import type { AssessmentPlayer, Behaviour } from '../behaviour.ts'
import { fill } from '../i18n/words.ts'
import { all, button, byId, make } from '../view/dom.ts'

/** What the element's `data-words` says. */
export type EvaluationWords = Record<
  | 'begin'
  | 'again'
  | 'attempt'
  | 'attemptOf'
  | 'answered'
  | 'kept'
  | 'handIn'
  | 'missingOne'
  | 'missing'
  | 'goTo'
  | 'handInAnyway'
  | 'passed'
  | 'failed'
  | 'received'
  | 'best'
  | 'leftOne'
  | 'left'
  | 'leftAny'
  | 'noneLeft'
  | 'corrected'
  | 'later',
  string
>

type Parts = {
  words: EvaluationWords
  assessment: AssessmentPlayer
  /** Before the questions: how it begins, or how it went. */
  front: HTMLElement
  body: HTMLElement
  /** After them: how many are answered, and the button that hands them in. */
  end: HTMLElement
  forms: HTMLElement[]
}

/** An introduction, the questions of the attempt, then the result; again, while attempts remain. */
const behaviour: Behaviour = {
  element: 'evaluation',
  wire(element, { assessment, onChange }) {
    const body = element.querySelector<HTMLElement>('.evaluation-body')
    if (!assessment || !body) return
    const words: EvaluationWords = JSON.parse(element.dataset.words ?? '{}')
    const front = make('div', 'evaluation-front')
    const end = make('div', 'evaluation-end')
    body.before(front)
    body.after(end)
    const forms = all('form[data-question]', body)
    const parts = { words, assessment, front, body, end, forms }
    element.classList.toggle('is-deferred', assessment.rules.correction !== 'each')
    show(parts)
    onChange(() => count(parts))
  },
}
export default behaviour

function show(parts: Parts): void {
  const { front, body, end, assessment } = parts
  const { begun, open } = assessment.now()
  front.replaceChildren(
    ...(open ? underWay(parts) : begun ? result(parts) : [beginButton(parts)]),
  )
  end.replaceChildren(...(open ? handingIn(parts) : []))
  body.hidden = begun === 0
  arrange(parts)
  count(parts)
}

/** As {@link show}, after something was pressed that is gone now. */
function showAnew(parts: Parts): void {
  show(parts)
  parts.front.querySelector<HTMLElement>('.evaluation-now')?.focus()
}

/** Shows the questions of the attempt, in its order, in the places they have in the page. */
function arrange({ forms, assessment, body }: Parts): void {
  const asked = assessment.asked()
  for (const form of forms) form.hidden = !asked.includes(form.id)
  const spots = all('form[data-question]:not([hidden])', body).map((form) => {
    const spot = document.createComment('')
    form.replaceWith(spot)
    return spot
  })
  spots.forEach((spot, index) => {
    const form = forms.find(({ id }) => id === asked[index])
    if (form) spot.replaceWith(form)
  })
}

function beginButton(parts: Parts): HTMLElement {
  const { words, assessment } = parts
  return button(assessment.now().begun ? words.again : words.begin, () => {
    assessment.begin()
    showAnew(parts)
  })
}

function underWay({ words, assessment }: Parts): HTMLElement[] {
  const { attempts: total, correction } = assessment.rules
  const n = assessment.now().begun
  return [
    title(fill(total ? words.attempt : words.attemptOf, { n, total })),
    ...(correction === 'each' ? [] : [make('p', '', words.kept)]),
  ]
}

function result(parts: Parts): HTMLElement[] {
  const { words, assessment } = parts
  const { last, best, left, corrected } = assessment.now()
  const isLess = last && best && last.score.scaled < best.scaled
  const lines = [
    isLess ? fill(words.best, { n: percent(best.scaled) }) : '',
    leftText(parts),
    corrected ? words.corrected : words.later,
  ]
  return [
    title(verdict(parts), last ? (last.passed ? 'is-passed' : 'is-failed') : ''),
    ...lines.filter(Boolean).map((line) => make('p', '', line)),
    ...(left > 0 ? [beginButton(parts)] : []),
  ]
}

function verdict({ words, assessment }: Parts): string {
  const { last } = assessment.now()
  if (!last) return words.received
  const { threshold } = assessment.rules
  const n = percent(last.score.scaled)
  return fill(last.passed ? words.passed : words.failed, { n, threshold })
}

function leftText({ words, assessment }: Parts): string {
  const { left } = assessment.now()
  if (left === 0) return words.noneLeft
  if (left === 1) return words.leftOne
  return Number.isFinite(left) ? fill(words.left, { n: left }) : words.leftAny
}

/** Never rounded up to a threshold that was missed. */
function percent(scaled: number): number {
  return Math.floor(scaled * 100)
}

function handingIn(parts: Parts): HTMLElement[] {
  const said = make('p', 'evaluation-count')
  said.setAttribute('role', 'status')
  return [said, button(parts.words.handIn, () => ask(parts))]
}

function count({ words, assessment, end }: Parts): void {
  const region = end.querySelector('.evaluation-count')
  const total = assessment.asked().length
  const n = total - assessment.unanswered().length
  const said = fill(words.answered, { n, total })
  if (region && region.textContent !== said) region.textContent = said
}

/** Hands in, or asks once where answers are missing. */
function ask(parts: Parts): void {
  const { words, assessment, end } = parts
  const missing = assessment.unanswered()
  const first = byId(missing[0] ?? '')
  end.querySelector('.evaluation-ask')?.remove()
  if (!first) {
    handIn(parts)
    return
  }
  const n = missing.length
  const question = make('div', 'evaluation-ask')
  const said = make('p', '', n === 1 ? words.missingOne : fill(words.missing, { n }))
  said.tabIndex = -1
  const go = button(words.goTo, () => {
    question.remove()
    first.querySelector<HTMLElement>('fieldset :is(input, select, textarea, button)')?.focus()
  })
  question.append(
    said,
    go,
    button(words.handInAnyway, () => handIn(parts)),
  )
  end.append(question)
  said.focus()
}

function handIn(parts: Parts): void {
  parts.assessment.handIn()
  showAnew(parts)
}

function title(text: string, className = ''): HTMLElement {
  const made = make('p', `evaluation-now ${className}`, text)
  made.tabIndex = -1
  return made
}
