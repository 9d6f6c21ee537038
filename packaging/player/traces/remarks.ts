import {
  longestRemark,
  type Opinion,
  onPart,
  type Part,
} from '#content-schema/statements/opinion.ts'
import { fill } from '../i18n/words.ts'
import type { PlayerData } from '../player-data.ts'
import type { LearnerState } from '../state.ts'
import { all, byId, make, on, one } from '../view/dom.ts'
import type { Traces } from './traces.ts'

/**
 * The button under each page, and the small dialog behind it: what a learner thinks of the page or of
 * one of its elements. Nothing waits for it, and nobody has to use it.
 */
export function takeRemarks(
  { data, state }: { data: PlayerData; state: Readonly<LearnerState> },
  { tellAuthors }: Pick<Traces, 'tellAuthors'>,
): void {
  const place = one('#opinion')
  const thanks = one('p', place)
  const dialog = one<HTMLDialogElement>('#opinion-dialog')
  const form = one<HTMLFormElement>('form', dialog)
  const about = one<HTMLSelectElement>('select', form)
  const text = one<HTMLTextAreaElement>('textarea', form)
  const nothing = byId('opinion-nothing')!
  /** Ratings of this sitting, by part: a learner sees what they said, and may change it. */
  const given = new Map<string, string>()

  function open(): void {
    const { id } = data.sections[state.section]!
    const whole = one<HTMLOptionElement>('option', about)
    whole.value = id
    about.replaceChildren(whole, ...(data.parts?.[state.section] ?? []).map(option))
    about.value = id
    thanks.textContent = ''
    showGiven()
    count()
    dialog.showModal()
  }

  function showGiven(): void {
    for (const choice of all<HTMLInputElement>('[type=radio]', form)) {
      choice.checked = choice.value === given.get(about.value)
    }
    nothing.hidden = true
  }

  function count(): void {
    const left = byId('opinion-left')!
    left.textContent = fill(left.dataset.say!, { n: longestRemark - text.value.length })
  }

  function send(): void {
    const rating = new FormData(form).get('rating')
    const remark = text.value.trim()
    const part = partOf(data, state.section, about.value)
    const tell = (opinion: Opinion) =>
      tellAuthors((attempt, moment) => onPart(attempt, part, moment, opinion))
    const isNew = rating !== null && rating !== given.get(about.value)
    nothing.hidden = isNew || remark !== ''
    if (!nothing.hidden) return
    if (isNew) {
      given.set(about.value, String(rating))
      tell({ rating: Number(rating) })
    }
    if (remark) tell({ text: remark })
    text.value = ''
    dialog.close()
    thanks.textContent = thanks.dataset.say!
  }

  place.hidden = false
  on(one('button', place), 'click', open)
  on(one('[type=button]', form), 'click', () => dialog.close())
  on(about, 'change', showGiven)
  on(text, 'input', count)
  on(form, 'submit', (event) => {
    event.preventDefault()
    send()
  })
  // Thanks are for what was said of one page, and go when another is turned to.
  new MutationObserver(() => {
    thanks.textContent = ''
  }).observe(one('#page-number'), { childList: true })
}

function option({ id, name }: { id: string; name: string }): HTMLOptionElement {
  const made = make('option', '', name)
  made.value = id
  return made
}

function partOf(data: PlayerData, section: number, id: string): Part {
  const { id: sectionId } = data.sections[section]!
  if (id === sectionId) return { kind: 'section', sectionId }
  const asked = data.questions.find(({ question }) => question.id === id)
  if (asked) return { kind: 'question', sectionId, id, keyDigest: asked.keyDigest }
  const isAssessment = data.assessments.some((each) => each.id === id)
  return { kind: isAssessment ? 'assessment' : 'element', sectionId, id }
}
