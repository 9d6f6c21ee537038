import { isScored, markAnswer } from '#content-schema/scoring/mark-answer.ts'
import type { Answer, Mark } from '#content-schema/scoring/question.ts'
import type { Behaviours, QuestionForm } from '../behaviour.ts'
import { fill, type PlayerWords } from '../i18n/words.ts'
import { mayBeCorrected } from '../papers.ts'
import type { PlayerData, PlayerQuestion } from '../player-data.ts'
import type { Session } from '../session.ts'
import { all, byId, make, on, one } from './dom.ts'

/** One question on the page. */
type Asked = PlayerQuestion & {
  form: HTMLFormElement
  index: number
  fields: QuestionForm
}

/** Wires each question's form, and puts back the answers of an earlier sitting. */
export function createQuestions(
  data: PlayerData,
  session: Session,
  behaviours: Behaviours,
  afterAnswer: () => void,
): { putBack(place?: number): void } {
  const { words } = data
  for (const form of all('form[data-question]')) {
    on(form, 'submit', (event) => event.preventDefault())
  }
  const asked = data.questions.flatMap((each, index): Asked[] => {
    const form = byId<HTMLFormElement>(each.question.id)
    const fields = behaviours[form?.dataset.element ?? '']?.form
    return form && fields ? [{ ...each, form, index, fields }] : []
  })
  for (const each of asked) {
    const { form, question, deferred, fields } = each
    fields.start?.(form, question, session.state.learner)
    if (deferred) followKept(each, session, afterAnswer)
    else {
      on(form, 'submit', () => {
        submit(each, words, session)
        afterAnswer()
      })
    }
  }

  /** @param place of the assessment that this is about; all questions, when left out */
  function putBack(place?: number): void {
    for (const each of asked) {
      if (place === undefined || place === each.paper) show(each)
    }
  }

  function show(each: Asked): void {
    const { form, question, index, fields } = each
    const { answer } = session.state.given[index] ?? {}
    const finished = session.isFinished(index)
    clear(form)
    if (answer) fields.fill(form, question, answer)
    if (!mayBeCorrected(data, session.state, index)) freeze(form, finished)
    else if (answer) showMark(each, answer, markAnswer(question, answer), words, session)
    else if (finished) {
      // Its assessment was handed in without an answer to it.
      say(form, [verdict(isScored(question) ? 'wrong' : 'received', words.unanswered)])
      reveal(each, [], false, words)
    }
  }

  putBack()
  return { putBack }
}

/** An answer that is handed in later is kept as it is given, and can be changed. */
function followKept(
  { form, question, index, fields }: Asked,
  session: Session,
  afterAnswer: () => void,
): void {
  const keep = () => {
    if (session.isFinished(index)) return
    session.keep(index, fields.read(form, question))
    afterAnswer()
  }
  on(form, 'input change submit', keep)
  on(form, 'click', ({ target }) => {
    if (target.closest('button')) keep()
  })
}

function submit(asked: Asked, words: PlayerWords, session: Session): void {
  const { form, question, index, fields } = asked
  if (session.isFinished(index)) return
  const answer = fields.read(form, question)
  if (!answer) {
    say(form, [make('p', 'answer-hint', form.dataset.empty)])
    waitsFor(form)?.focus()
    return
  }
  const mark = session.answer(index, answer)
  if (!mark) return
  showMark(asked, answer, mark, words, session)
  // The button goes with the last try: the focus must not go with it.
  if (session.isFinished(index)) one('.answer', form).focus({ preventScroll: true })
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement

const fieldsIn = (form: HTMLFormElement) =>
  all<Field>('fieldset :is(input, select, textarea, button)', form)

/** The first field that is empty, or the first of all. */
function waitsFor(form: HTMLFormElement): HTMLElement | undefined {
  const fields = fieldsIn(form)
  const isEmpty = ({ name }: Field) =>
    name !== '' && (form.elements.namedItem(name) as Field).value === ''
  return fields.find(isEmpty) ?? fields[0]
}

function showMark(
  asked: Asked,
  answer: Answer,
  mark: Mark,
  words: PlayerWords,
  session: Session,
): void {
  const { form, index } = asked
  const { success, share } = mark
  const finished = session.isFinished(index)
  const left = session.triesLeft(index)
  const kind = success
    ? 'right'
    : success === null
      ? 'received'
      : share > 0
        ? 'partly'
        : 'wrong'
  const said = verdict(kind, '')
  said.append(success === null ? words[kind] : make('strong', '', words[kind]))
  if (success === false && left !== null) said.append(` ${triesText(left, words)}`)
  say(form, [said, ...feedbacks(form, answer, mark, finished)])
  if (finished) reveal(asked, answer, success === true, words)
}

function verdict(kind: string, text: string): HTMLElement {
  return make('p', `answer-verdict is-${kind}`, text)
}

function reveal(asked: Asked, answer: Answer, success: boolean, words: PlayerWords): void {
  const { form, question, fields } = asked
  form.classList.add('is-finished')
  form.classList.toggle('is-success', success)
  freeze(form, true)
  fields.reveal?.(form, question, answer, words)
}

function triesText(left: number, words: PlayerWords): string {
  if (left <= 0) return words.noTriesLeft
  return left === 1 ? words.triesLeftOne : fill(words.triesLeft, { n: left })
}

/** What the author says to whoever gave this answer; the last word only when all tries are used. */
function feedbacks(
  form: HTMLFormElement,
  answer: Answer,
  { success }: Mark,
  finished: boolean,
): HTMLElement[] {
  const said = all('[data-feedback]', form).filter((feedback) => {
    const choice = feedback.closest<HTMLElement>('[data-choice]')?.dataset.choice
    const holds: Record<string, boolean> = {
      end: finished,
      right: success === true,
      wrong: success === false,
      choice: answer.includes(choice!),
    }
    return holds[feedback.dataset.feedback!]
  })
  return said.map((feedback) => {
    const copy = feedback.cloneNode(true) as HTMLElement
    copy.hidden = false
    delete copy.dataset.feedback
    return copy
  })
}

/** The region is emptied first, so that the same words are read out again. */
function say(form: HTMLFormElement, said: HTMLElement[]): void {
  one('.answer', form).replaceChildren(...said)
}

function clear(form: HTMLFormElement): void {
  form.reset()
  form.classList.remove('is-finished', 'is-success')
  say(form, [])
  for (const verdict of all('.verdict', form)) verdict.remove()
  for (const { classList } of all('.is-right, .is-wrong', form)) {
    classList.remove('is-right', 'is-wrong')
  }
  freeze(form, false)
}

/** Text that was typed stays readable and can be copied; all else is switched off. */
function freeze(form: HTMLFormElement, frozen: boolean): void {
  for (const field of fieldsIn(form)) {
    if (/^text/.test(field.type)) (field as HTMLInputElement).readOnly = frozen
    else field.disabled = frozen
  }
}
