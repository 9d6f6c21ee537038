import type { Behaviour } from '../behaviour.ts'
import { fill } from '../i18n/words.ts'
import { keep, kept } from '../keep.ts'
import { all, make, on, one } from '../view/dom.ts'
import { wireCopy } from './shared/copy-text.ts'

/** A text in the learner's own words; all of it stays in the browser, whatever the LMS keeps. */
const behaviour: Behaviour = {
  form: {
    start(form, question, seed) {
      // By learner and question, so that nobody finds another's.
      const place = `own-words:${seed}:${question.id}`
      const field = fieldOf(form)
      const tools = one('.own-words-tools', form)
      form.dataset.place = place
      field.value = kept(place)
      on(field, 'input', () => keep(place, field.value))
      on(form, 'reset', () => {
        showModel(form, false)
        // A reset empties the field after this: what was written is put back for whoever goes on.
        queueMicrotask(() => {
          field.value ||= kept(place)
        })
      })
      wireCopy(tools, () => field.value)
      on(one('button + button', tools), 'click', () => printText(form, field))
    },
    read(form) {
      const text = fieldOf(form).value.trim()
      const { least, tooShort } = one('.own-words', form).dataset
      const missing = Math.max(text ? 0 : 1, Number(least) - text.length)
      if (Number(least)) form.dataset.empty = fill(tooShort!, { n: missing })
      return missing > 0 ? null : [text]
    },
    /** The LMS may only have kept the beginning. */
    fill(form, _, [text = '']) {
      const whole = kept(form.dataset.place!)
      fieldOf(form).value = whole.startsWith(text) ? whole : text
    },
    reveal(form) {
      showModel(form, true)
      for (const tool of all<HTMLButtonElement>('.own-words-tools button', form)) {
        tool.disabled = false
      }
    },
  },
}
export default behaviour

function fieldOf(form: HTMLFormElement): HTMLTextAreaElement {
  return one('.own-words textarea', form)
}

function showModel(form: HTMLFormElement, shown: boolean): void {
  for (const model of all('.model-answer', form)) model.hidden = !shown
}

/** The page shows what was asked and the text alone while it is printed. */
function printText(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const { classList } = document.documentElement
  const sheet = make('div', 'printed-words')
  const asked = one('.question-prompt', form).textContent!
  sheet.append(make('p', 'printed-prompt', asked), make('p', 'printed-text', field.value))
  document.body.append(sheet)
  classList.add('is-printing-words')
  window.print()
  classList.remove('is-printing-words')
  sheet.remove()
}
