import { goToNext, goToPrevious, whenEmpty } from '../commands/caret.ts'
import { dissolveEmptyPart } from '../commands/dissolve.ts'
import { removeEmptyPiece } from '../commands/pieces.ts'
import { defineEditor, json } from '../element-editor.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { titledPieces } from '../extensions/titled-pieces.ts'
import { firstOf } from '../run.ts'
import './timeline.css'

const words = {
  fr: {
    piece: { add: 'Ajouter un événement', name: 'Événement' },
    date: 'Date ou repère : 1898, mars 2020, J + 3…',
    title: 'Ce qui se passe',
  },
  en: {
    piece: { add: 'Add event', name: 'Event' },
    date: 'Date, for example March 2020 or Day 3',
    title: 'Event title',
  },
}

const events = titledPieces('timelineEventTitle', words)

const event = () =>
  json('timelineEvent', [json('timelineDate'), json('timelineEventTitle'), json('paragraph')])

export default defineEditor('timeline', {
  rank: 5,
  icon: 'M6 3v14M10 6h6M10 12h6M4.500 6a1.500 1.500 0 1 0 3 0 1.500 1.500 0 1 0-3 0M4.500 12a1.500 1.500 0 1 0 3 0 1.500 1.500 0 1 0-3 0',
  about: { fr: 'Des événements datés, dans l’ordre', en: 'Dated events in order' },
  synonyms: 'frise chronologie dates histoire evenements calendrier timeline history events',
  create: () => json('timeline', [event(), event()]),
  nodes: {
    timeline: { pieces: { timelineEvent: events.add } },
    timelineEvent: events.piece,
    timelineDate: {
      hint: (_, { language }) => ({ placeholder: words[language].date }),
      keys: slotKeys('timelineDate', {
        enter: goToNext,
        backspace: whenEmpty(firstOf(removeEmptyPiece, dissolveEmptyPart)),
      }),
    },
    timelineEventTitle: {
      ...events.title,
      keys: slotKeys('timelineEventTitle', { enter: goToNext, backspace: goToPrevious }),
    },
  },
  settings: null,
})
