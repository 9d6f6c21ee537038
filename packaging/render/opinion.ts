import { longestRemark, ratings } from '#content-schema/statements/opinion.ts'
import { wordsOf } from '../identity/words-of.ts'
import type { Parcel } from '../pipeline/parcel.ts'
import { takesRemarks } from '../pipeline/takes-remarks.ts'
import type { OwnLanguage } from './frame.ts'
import { type Html, h } from './html.ts'

/** Under each page: where a learner may say what they think, and is thanked. */
export function opinionPlace({ settings }: Parcel, own: OwnLanguage): Html | false {
  if (!takesRemarks(settings)) return false
  const { giveOpinion, thanks } = wordsOf(settings).remarks
  return h(
    'div',
    { id: 'opinion', hidden: true, ...own },
    h('button', { type: 'button', 'aria-haspopup': 'dialog' }, giveOpinion),
    h('p', { role: 'status', 'data-say': thanks }),
  )
}

/** What opens there. The player puts in the elements of the page. */
export function opinionDialog({ settings }: Parcel, own: OwnLanguage): Html | false {
  if (!takesRemarks(settings)) return false
  const words = wordsOf(settings).remarks
  return h(
    'dialog',
    { id: 'opinion-dialog', 'aria-labelledby': 'opinion-title', ...own },
    h(
      'form',
      { method: 'dialog' },
      h('h2', { id: 'opinion-title' }, words.giveOpinion),
      h('p', { id: 'opinion-lead' }, words.lead),
      h('label', { for: 'opinion-about' }, words.about),
      h('select', { id: 'opinion-about' }, h('option', {}, words.wholePage)),
      h('fieldset', {}, h('legend', {}, words.rating), ratings.map(choice)),
      h('label', { for: 'opinion-text' }, words.text),
      h('textarea', {
        id: 'opinion-text',
        rows: 4,
        maxlength: longestRemark,
        'aria-describedby': 'opinion-left opinion-lead',
      }),
      h('p', { id: 'opinion-left', 'data-say': words.left }),
      h('p', { id: 'opinion-nothing', role: 'alert', hidden: true }, words.nothing),
      h(
        'div',
        {},
        h('button', { type: 'submit' }, words.send),
        h('button', { type: 'button' }, words.cancel),
      ),
    ),
  )
}

function choice(rating: number): Html {
  const field = h('input', { type: 'radio', name: 'rating', value: rating })
  return h('label', {}, field, ` ${rating}`)
}
