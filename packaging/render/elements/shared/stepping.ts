import type { RenderContext } from '#packaging/render/context.ts'

/** What one part is called, and the buttons that lead to the one before and the one after. */
export type SteppingWords = { part: string; previous: string; next: string }

/** What the player says where parts are shown one at a time. */
export function stepping(
  context: RenderContext,
  words: { fr: SteppingWords; en: SteppingWords },
) {
  const { part, previous, next } = context.say(words)
  const place = context.say({ fr: '{n} sur {total}', en: '{n} of {total}' })
  return { 'data-previous': previous, 'data-next': next, 'data-place': `${part} ${place}` }
}
