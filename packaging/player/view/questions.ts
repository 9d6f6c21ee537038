import { markAnswer } from '#content-schema/scoring/mark-answer.ts'
import type { Answer, Mark, Question } from '#content-schema/scoring/question.ts'
import { readNumber } from '#content-schema/scoring/read-number.ts'
import { numberText } from '../i18n/number-text.ts'
import { fill, type PlayerWords } from '../i18n/words.ts'
import type { PlayerData } from '../player-data.ts'
import type { Session } from '../session.ts'
import { all, byId, make } from './dom.ts'
import { shuffle } from './shuffle.ts'

/** Wires each question's form, and puts back the answers of an earlier sitting. */
export function createQuestions(
  data: PlayerData,
  session: Session,
  afterAnswer: () => void,
): { putBack(): void } {
  for (const form of all<HTMLFormElement>('form[data-question]')) {
    form.addEventListener('submit', (event) => event.preventDefault())
  }
  data.questions.forEach(({ question }, index) => {
    const form = byId<HTMLFormElement>(question.id)
    if (!form) return
    const options = form.querySelector('[data-shuffle]')
    if (options) shuffle(options, session.state.learner + question.id)
    form.addEventListener('submit', () => {
      submit(form, question, index, data.words, session)
      afterAnswer()
    })
  })

  function putBack(): void {
    data.questions.forEach(({ question }, index) => {
      const form = byId<HTMLFormElement>(question.id)
      const given = session.state.given[index]
      if (!form) return
      clear(form)
      if (!given) return
      fillIn(form, given.answer)
      const mark = markAnswer(question, given.answer)
      showMark(form, question, index, given.answer, mark, data.words, session)
    })
  }

  putBack()
  return { putBack }
}

function submit(
  form: HTMLFormElement,
  question: Question,
  index: number,
  words: PlayerWords,
  session: Session,
): void {
  if (session.isFinished(index)) return
  const answer = readForm(form, question)
  if (!answer) {
    say(form, [make('p', 'answer-hint', hintFor(question, words))])
    form.querySelector<HTMLElement>('input')?.focus()
    return
  }
  const mark = session.answer(index, answer)
  if (!mark) return
  showMark(form, question, index, answer, mark, words, session)
  if (session.isFinished(index)) moveToVerdict(form)
}

/** The button goes with the last try: the focus must not go with it. */
function moveToVerdict(form: HTMLFormElement): void {
  const region = form.querySelector<HTMLElement>('.answer')
  if (!region) return
  region.tabIndex = -1
  region.focus({ preventScroll: true })
}

/** `null` when nothing was chosen, or what was typed is no number. */
function readForm(form: HTMLFormElement, question: Question): Answer | null {
  if (question.kind === 'numeric') {
    const text = form.querySelector<HTMLInputElement>('input')?.value ?? ''
    return readNumber(text) === null ? null : { kind: 'number', text }
  }
  const values = all<HTMLInputElement>('input:checked', form).map((input) => input.value)
  if (values.length === 0) return null
  if (question.kind === 'trueFalse') return { kind: 'truth', value: values[0] === 'true' }
  return { kind: 'choices', ids: values }
}

function fillIn(form: HTMLFormElement, answer: Answer): void {
  for (const input of all<HTMLInputElement>('input', form)) {
    if (answer.kind === 'number') input.value = answer.text.replace('.', decimalMark())
    else input.checked = chosenValues(answer).includes(input.value)
  }
}

/** A comma or a point, as the readers of the module write it. */
function decimalMark(): string {
  return numberText(1.5, document.documentElement.lang).charAt(1)
}

function chosenValues(answer: Answer): string[] {
  if (answer.kind === 'truth') return [String(answer.value)]
  return answer.kind === 'choices' ? answer.ids : []
}

function hintFor(question: Question, words: PlayerWords): string {
  if (question.kind === 'numeric') return words.typeNumber
  return question.kind === 'multipleChoice' ? words.chooseSome : words.chooseOne
}

function showMark(
  form: HTMLFormElement,
  question: Question,
  index: number,
  answer: Answer,
  mark: Mark,
  words: PlayerWords,
  session: Session,
): void {
  const finished = session.isFinished(index)
  const kind = mark.success ? 'right' : mark.share > 0 ? 'partly' : 'wrong'
  const left = question.tries - (session.state.given[index]?.tries ?? 0)
  const verdict = make('p', `answer-verdict is-${kind}`)
  verdict.append(make('strong', '', words[kind]))
  if (!mark.success) verdict.append(` ${triesText(left, words)}`)
  const said = [verdict, ...feedbacks(form, answer, mark, finished)]
  if (finished && !mark.success && question.kind === 'numeric') {
    said.splice(
      1,
      0,
      make(
        'p',
        '',
        fill(words.rightNumber, {
          n: numberText(question.value, document.documentElement.lang),
        }),
      ),
    )
  }
  say(form, said)
  if (finished) finish(form, question, answer, words)
}

function triesText(left: number, words: PlayerWords): string {
  if (left <= 0) return words.noTriesLeft
  return left === 1 ? words.triesLeftOne : fill(words.triesLeft, { n: left })
}

/** What the author says to whoever gave this answer; the last word only when all tries are used. */
function feedbacks(
  form: HTMLFormElement,
  answer: Answer,
  mark: Mark,
  finished: boolean,
): HTMLElement[] {
  const chosen = chosenValues(answer).map((value) => `[data-choice="${value}"] [data-feedback]`)
  const selectors = [
    ...chosen,
    `[data-feedback="${mark.success ? 'right' : 'wrong'}"]`,
    ...(finished ? ['[data-feedback="end"]'] : []),
  ]
  return selectors.flatMap((selector) =>
    all(selector, form).map((feedback) => {
      const copy = feedback.cloneNode(true) as HTMLElement
      copy.hidden = false
      copy.removeAttribute('data-feedback')
      return copy
    }),
  )
}

/** The region is emptied first, so that the same words are read out again. */
function say(form: HTMLFormElement, said: HTMLElement[]): void {
  const region = form.querySelector('.answer')
  if (!region) return
  region.textContent = ''
  region.append(...said)
}

/** Shows the right answers, and takes none any more. */
function finish(
  form: HTMLFormElement,
  question: Question,
  answer: Answer,
  words: PlayerWords,
): void {
  form.classList.add('is-finished')
  for (const input of all<HTMLInputElement>('input', form)) {
    if (input.type === 'text') input.readOnly = true
    else input.disabled = true
  }
  for (const choice of all('[data-choice]', form)) {
    const value = choice.dataset.choice ?? ''
    const right = isRight(question, value)
    choice.classList.toggle('is-right', right)
    const mistaken = !right && chosenValues(answer).includes(value)
    choice.classList.toggle('is-wrong', mistaken)
    const said = right ? words.rightAnswer : mistaken ? words.yourAnswer : ''
    if (said) choice.querySelector('.option')?.append(make('span', 'verdict', said))
  }
}

function isRight(question: Question, value: string): boolean {
  if (question.kind === 'trueFalse') return value === String(question.answer)
  return (
    'choices' in question && question.choices.some((each) => each.id === value && each.correct)
  )
}

function clear(form: HTMLFormElement): void {
  form.reset()
  form.classList.remove('is-finished')
  say(form, [])
  for (const verdict of all('.verdict', form)) verdict.remove()
  for (const choice of all('[data-choice]', form))
    choice.classList.remove('is-right', 'is-wrong')
  for (const input of all<HTMLInputElement>('input', form)) {
    input.disabled = false
    input.readOnly = false
  }
}
