import { wordsOf } from '../identity/words-of.ts'
import type { Parcel } from '../pipeline/parcel.ts'
import { type Html, h } from './html.ts'

/** Of the player's own words, where they are not in the module's language. */
export type OwnLanguage = { lang: string | null }

/** Above the module: what is said to who comes back, or only looks back. The player shows what holds. */
export function notice({ settings }: Parcel, own: OwnLanguage): Html {
  const words = wordsOf(settings).frame
  const { resume } = settings.publication
  return h(
    'div',
    { id: 'notice', role: 'status', ...own },
    h('p', when('untracked'), words.untracked),
    h('p', when('reviewing'), words.reviewing),
    h('p', when('recovered'), words.recovered),
    resume === 'ask' && [
      h('p', { ...when('back'), 'data-say': words.wereAt }),
      h('button', { type: 'button', ...when('back') }, words.goOn),
    ],
    resume === 'always' && [
      h('p', when('back'), words.resumed),
      h('button', { type: 'button', ...when('back') }, words.startOver),
    ],
  )
}

/** Below the module: how it went, or what is left to do. */
export function result({ settings }: Parcel, own: OwnLanguage): Html {
  const words = wordsOf(settings).frame
  const title = (name: 'completed' | 'passed' | 'failed') =>
    h('p', { class: 'result-title', ...when(name) }, words[name])
  const list = (name: 'toTakeAgain' | 'toSee' | 'toAnswer') => [
    h('p', when(name), words[name]),
    h('ul', when(name)),
  ]
  return h(
    'div',
    { id: 'result', role: 'status', ...own },
    title('completed'),
    title('passed'),
    title('failed'),
    h('p', { ...when('score'), 'data-say': words.score }),
    h('button', { type: 'button', ...when('tryAgain') }, words.tryAgain),
    list('toTakeAgain'),
    list('toSee'),
    list('toAnswer'),
  )
}

/** What is said where the LMS stores nothing for now. */
export function trouble({ settings }: Parcel, own: OwnLanguage): Html {
  const words = wordsOf(settings).frame
  return h('div', {
    id: 'trouble',
    role: 'status',
    'data-away': words.away,
    'data-away-unkept': words.awayUnkept,
    'data-elsewhere': words.elsewhere,
    ...own,
  })
}

/** What takes the page's place in the end, and says whether all is safe. */
export function left({ settings }: Parcel, own: OwnLanguage): Html {
  const words = wordsOf(settings).frame
  const sentences = {
    'data-leaving': words.leaving,
    'data-told': words.left,
    'data-alone': words.leftAlone,
    'data-away': words.leftAway,
    'data-away-unkept': words.leftUnkept,
    'data-elsewhere': words.elsewhere,
  }
  const said = h('p', { tabindex: -1, ...sentences, ...own })
  return h('template', { id: 'left' }, h('main', { class: 'left' }, said))
}

/** What SCORM asks where an LMS should be and is not. */
export function alone({ source, settings }: Parcel, own: OwnLanguage): Html | false {
  const words = wordsOf(settings).frame
  return (
    settings.format.startsWith('scorm') &&
    h(
      'dialog',
      { id: 'alone', 'aria-label': source.facts.title, ...own },
      h('p', {}, words.noLms),
      h('button', { type: 'button' }, words.goAlone),
    )
  )
}

function when(fact: string) {
  return { hidden: true, 'data-when': fact }
}
