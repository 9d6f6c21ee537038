import { isScored, markAnswer } from '#content-schema/scoring/mark-answer.ts'
import type { Answer, Mark, Question } from '#content-schema/scoring/question.ts'
import type { Behaviour, QuestionForm } from '../behaviour.ts'
import { fill, type PlayerWords } from '../i18n/words.ts'
import { isDeferred, mayBeCorrected, placeOfPaper } from '../papers.ts'
import type { PlayerData } from '../player-data.ts'
import type { Session } from '../session.ts'
import { all, byId, make } from './dom.ts'

/** One question on the page. */
type Asked = {
  form: HTMLFormElement
  question: Question
  index: number
  fields: QuestionForm
}

/** Wires each question's form, and puts back the answers of an earlier sitting. */
export function createQuestions(
  data: PlayerData,
  session: Session,
  behaviours: ReadonlyMap<string, Behaviour>,
  afterAnswer: () => void,
): { putBack(place?: number): void } {
  for (const form of all<HTMLFormElement>('form[data-question]')) {
    form.addEventListener('submit', (event) => event.preventDefault())
  }
  const asked = data.questions.flatMap(({ question }, index): Asked[] => {
    const form = byId<HTMLFormElement>(question.id)
    const fields = behaviours.get(form?.dataset.element ?? '')?.form
    return form && fields ? [{ form, question, index, fields }] : []
  })
  for (const each of asked) {
    each.fields.start?.(each.form, each.question, session.state.learner)
    if (isDeferred(data, each.index)) followKept(each, session, afterAnswer)
    else {
      each.form.addEventListener('submit', () => {
        submit(each, data.words, session)
        afterAnswer()
      })
    }
  }

  /** @param place of the assessment that this is about; all questions, when left out */
  function putBack(place?: number): void {
    for (const each of asked) {
      if (place !== undefined && placeOfPaper(data, each.index) !== place) continue
      clear(each.form)
      const given = session.state.given[each.index]
      if (given) each.fields.fill(each.form, each.question, given.answer)
      if (!mayBeCorrected(data, session.state, each.index)) {
        freeze(each.form, session.isFinished(each.index))
      } else if (given) {
        const mark = markAnswer(each.question, given.answer)
        showMark(each, given.answer, mark, data.words, session)
      } else if (session.isFinished(each.index)) showUnanswered(each, data.words)
    }
  }

  putBack()
  return { putBack }
}

/** An answer that is handed in later is kept as it is given, and can be changed. */
function followKept(
  { form, question, index, fields }: Asked,
  session: Session,
  kept: () => void,
) {
  const keep = () => {
    if (session.isFinished(index)) return
    session.keep(index, fields.read(form, question))
    kept()
  }
  for (const sign of ['input', 'change', 'submit']) form.addEventListener(sign, keep)
  form.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('button')) keep()
  })
}

function submit(asked: Asked, words: PlayerWords, session: Session): void {
  const { form, question, index, fields } = asked
  if (session.isFinished(index)) return
  const answer = fields.read(form, question)
  if (!answer) {
    say(form, [make('p', 'answer-hint', form.dataset.empty)])
    const first = form.querySelector<HTMLElement>(
      'fieldset :is(input, select, textarea, button)',
    )
    const missing = fields.waitsFor?.(form) ?? first
    missing?.focus()
    return
  }
  const mark = session.answer(index, answer)
  if (!mark) return
  showMark(asked, answer, mark, words, session)
  if (session.isFinished(index)) moveToVerdict(form)
}

/** The button goes with the last try: the focus must not go with it. */
function moveToVerdict(form: HTMLFormElement): void {
  const region = form.querySelector<HTMLElement>('.answer')
  if (!region) return
  region.tabIndex = -1
  region.focus({ preventScroll: true })
}

function showMark(
  asked: Asked,
  answer: Answer,
  mark: Mark,
  words: PlayerWords,
  session: Session,
): void {
  const { form, index } = asked
  const finished = session.isFinished(index)
  const left = session.triesLeft(index)
  say(form, [verdictOn(mark, left, words), ...feedbacks(form, answer, mark, finished)])
  if (finished) reveal(asked, answer, mark.success === true, words)
}

/** Its assessment was handed in without an answer to it. */
function showUnanswered(asked: Asked, words: PlayerWords): void {
  const kind = isScored(asked.question) ? 'wrong' : 'received'
  say(asked.form, [make('p', `answer-verdict is-${kind}`, words.unanswered)])
  reveal(asked, [], false, words)
}

function reveal(asked: Asked, answer: Answer, success: boolean, words: PlayerWords): void {
  const { form, question, fields } = asked
  form.classList.add('is-finished')
  form.classList.toggle('is-success', success)
  freeze(form, true)
  fields.reveal?.(form, question, answer, words)
}

function verdictOn(mark: Mark, left: number | null, words: PlayerWords): HTMLElement {
  if (mark.success === null) return make('p', 'answer-verdict is-received', words.received)
  const kind = mark.success ? 'right' : mark.share > 0 ? 'partly' : 'wrong'
  const verdict = make('p', `answer-verdict is-${kind}`)
  verdict.append(make('strong', '', words[kind]))
  if (!mark.success && left !== null) verdict.append(` ${triesText(left, words)}`)
  return verdict
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
  const said = all('[data-feedback]', form).filter((feedback) => {
    const when = feedback.dataset.feedback
    if (when === 'end') return finished
    if (when === 'right' || when === 'wrong') return (when === 'right') === mark.success
    return answer.includes(feedback.closest<HTMLElement>('[data-choice]')?.dataset.choice ?? '')
  })
  return said.map((feedback) => {
    const copy = feedback.cloneNode(true) as HTMLElement
    copy.hidden = false
    copy.removeAttribute('data-feedback')
    return copy
  })
}

/** The region is emptied first, so that the same words are read out again. */
function say(form: HTMLFormElement, said: HTMLElement[]): void {
  const region = form.querySelector('.answer')
  if (!region) return
  region.textContent = ''
  region.append(...said)
}

function clear(form: HTMLFormElement): void {
  form.reset()
  form.classList.remove('is-finished', 'is-success')
  say(form, [])
  for (const verdict of all('.verdict', form)) verdict.remove()
  for (const marked of all('.is-right, .is-wrong', form)) {
    marked.classList.remove('is-right', 'is-wrong')
  }
  freeze(form, false)
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement

/** Text that was typed stays readable and can be copied; all else is switched off. */
function freeze(form: HTMLFormElement, frozen: boolean): void {
  for (const field of all<Field>('fieldset :is(input, select, textarea, button)', form)) {
    const typed = field instanceof HTMLTextAreaElement || field.type === 'text'
    if (typed) (field as HTMLInputElement).readOnly = frozen
    else field.disabled = frozen
  }
}
