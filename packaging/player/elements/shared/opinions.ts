import type { QuestionForm } from '#packaging/player/behaviour.ts'
import { all } from '#packaging/player/view/dom.ts'

/** Groups of radio buttons, one a line, then a free comment where one is asked. */
export function opinionsForm(reveal?: QuestionForm['reveal']): QuestionForm {
  return {
    read(form) {
      const opinions = all('[data-opinion]', form).map(takenIn)
      if (opinions.includes('')) return null
      const comment = commentOf(form)
      return comment ? [...opinions, comment.value.trim()] : opinions
    },
    waitsFor: (form) =>
      all('[data-opinion]', form)
        .find((line) => takenIn(line) === '')
        ?.querySelector('input') ?? null,
    fill(form, _, answer) {
      const lines = all('[data-opinion]', form)
      lines.forEach((line, index) => {
        for (const input of all<HTMLInputElement>('input', line)) {
          input.checked = input.value === answer[index]
        }
      })
      const comment = commentOf(form)
      if (comment) comment.value = answer[lines.length] ?? ''
    },
    ...(reveal && { reveal }),
  }
}

/** The step taken on a line, `''` while there is none. */
function takenIn(line: HTMLElement): string {
  return line.querySelector<HTMLInputElement>('input:checked')?.value ?? ''
}

function commentOf(form: HTMLFormElement): HTMLTextAreaElement | null {
  return form.querySelector('.opinion-comment textarea')
}
