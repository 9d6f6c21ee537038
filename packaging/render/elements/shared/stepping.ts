import type { RenderContext } from '../../context.ts'

/** What the player says where parts are shown one at a time. */
export function stepping(context: RenderContext, name: { fr: string; en: string }) {
  return {
    'data-previous': context.say({ fr: 'Précédent', en: 'Previous' }),
    'data-next': context.say({ fr: 'Suivant', en: 'Next' }),
    'data-place': `${context.say(name)} ${context.say({ fr: '{n} sur {total}', en: '{n} of {total}' })}`,
  }
}
