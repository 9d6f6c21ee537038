import type { Behaviour } from '../behaviour.ts'
import { fill } from '../i18n/words.ts'
import { all, button, make } from '../view/dom.ts'
import { copyText } from './shared/copy-text.ts'

/** Where the browser keeps each text: by learner and question, so that nobody finds another's. */
const places = new WeakMap<HTMLFormElement, string>()

/** A text in the learner's own words; all of it stays in the browser, whatever the LMS keeps. */
const behaviour: Behaviour = {
  element: 'reflection',
  form: {
    start(form, question, seed) {
      places.set(form, `own-words:${seed}:${question.id}`)
      const field = fieldOf(form)
      if (!field) return
      field.value = stored(form)
      field.addEventListener('input', () => store(form, field.value))
      form.addEventListener('reset', () => {
        showModel(form, false)
        // A reset empties the field after this: what was written is put back for whoever goes on.
        queueMicrotask(() => {
          if (field.value === '') field.value = stored(form)
        })
      })
      addTools(form, field)
    },
    read(form) {
      const text = fieldOf(form)?.value.trim() ?? ''
      const box = form.querySelector<HTMLElement>('.own-words')
      const least = Number(box?.dataset.least ?? 0)
      const missing = Math.max(text === '' ? 1 : 0, least - text.length)
      if (least > 0) form.dataset.empty = fill(box?.dataset.tooShort ?? '', { n: missing })
      return missing > 0 ? null : [text]
    },
    /** The LMS may only have kept the beginning. */
    fill(form, _, [text = '']) {
      const field = fieldOf(form)
      const whole = stored(form)
      if (field) field.value = whole.startsWith(text) ? whole : text
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

function fieldOf(form: HTMLFormElement): HTMLTextAreaElement | null {
  return form.querySelector('.own-words textarea')
}

function showModel(form: HTMLFormElement, shown: boolean): void {
  form.querySelector('.model-answer')?.toggleAttribute('hidden', !shown)
}

function addTools(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const tools = form.querySelector<HTMLElement>('.own-words-tools')
  if (!tools) return
  const { copy = '', copied = '', notCopied = '', print = '' } = tools.dataset
  const said = make('span', 'own-words-said')
  said.setAttribute('role', 'status')
  const act = async () => {
    said.textContent = (await copyText(field.value)) ? copied : notCopied
  }
  tools.append(
    button(copy, () => void act()),
    button(print, () => printText(form, field)),
    said,
  )
  tools.hidden = false
}

/** The page shows what was asked and the text alone while it is printed. */
function printText(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const sheet = make('div', 'printed-words')
  const asked = form.querySelector('.question-prompt')?.textContent ?? ''
  sheet.append(make('p', 'printed-prompt', asked), make('p', 'printed-text', field.value))
  document.body.append(sheet)
  document.documentElement.classList.add('is-printing-words')
  window.print()
  document.documentElement.classList.remove('is-printing-words')
  sheet.remove()
}

/** A browser may refuse to keep anything: the text is then there for as long as the page is. */
function store(form: HTMLFormElement, text: string): void {
  try {
    localStorage.setItem(places.get(form) ?? '', text)
  } catch {
    // Nothing to do: the learner was told to copy what matters.
  }
}

function stored(form: HTMLFormElement): string {
  try {
    return localStorage.getItem(places.get(form) ?? '') ?? ''
  } catch {
    return ''
  }
}
