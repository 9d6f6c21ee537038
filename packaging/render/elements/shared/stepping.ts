import { inOwnLanguage, live, type RenderContext } from '#packaging/render/context.ts'
import { type Html, h } from '#packaging/render/html.ts'

/** What one part is called, and the buttons that lead to the one before and the one after. */
export type SteppingWords = { part: string; previous: string; next: string }

/** What stands below parts that the player shows one at a time, each of class `stepper-part`. */
export function stepping(
  context: RenderContext,
  words: { fr: SteppingWords; en: SteppingWords },
): Html | false {
  const { part, previous, next } = context.say(words)
  const place = context.say({ fr: '{n} sur {total}', en: '{n} of {total}' })
  const button = (text: string) => h('button', { type: 'button' }, text)
  if (context.paper || context.answers) return false
  return h(
    'div',
    { class: 'stepper', ...live, ...inOwnLanguage(context) },
    button(previous),
    h('p', { class: 'stepper-place', role: 'status', 'data-say': `${part} ${place}` }),
    button(next),
  )
}
