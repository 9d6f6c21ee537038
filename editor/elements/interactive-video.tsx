import { lazy } from 'react'
import { goToNext, goToPrevious, whenEmpty } from '../commands/caret.ts'
import { newChoices } from '../commands/choices.ts'
import { removeEmptyPiece } from '../commands/pieces.ts'
import { defineEditor, json } from '../element-editor.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { interactiveVideoView, stopTime } from '../node-views/interactive-video-view.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { VideoSettings } from '../panels/media-settings.tsx'
import { firstOf } from '../run.ts'
import './interactive-video.css'

const StopSettings = lazy(async () => ({
  default: (await import('../panels/stop-settings.tsx')).StopSettings,
}))

const words = {
  fr: { stop: { add: 'Ajouter un arrêt', name: 'Arrêt' }, title: 'Titre de l’arrêt' },
  en: { stop: { add: 'Add stop', name: 'Stop' }, title: 'Stop title' },
}

const question = () => json('singleChoice', [json('prompt'), ...newChoices(), json('feedback')])

export default defineEditor('interactiveVideo', {
  rank: 3,
  icon: 'M3 4h14v9H3zM9 6.500l3 2-3 2zM5 16h2M9 16h2M13 16h2',
  about: {
    fr: 'Un film qui s’arrête pour poser des questions',
    en: 'A video that stops to ask questions',
  },
  synonyms: 'video interactive film arret pause interactive',
  create: () =>
    json('interactiveVideo', [json('videoStop', [json('videoStopTitle'), question()])]),
  nodes: {
    interactiveVideo: {
      view: interactiveVideoView,
      pieces: { videoStop: (language) => words[language].stop },
    },
    videoStop: { view: pieceView((language) => words[language].stop.name, stopTime) },
    videoStopTitle: {
      hint: (_, { language }) => ({ placeholder: words[language].title }),
      keys: slotKeys('videoStopTitle', {
        enter: goToNext,
        backspace: whenEmpty(firstOf(removeEmptyPiece, goToPrevious)),
      }),
    },
  },
  settings: VideoSettings,
  partSettings: {
    videoStop: { label: { fr: 'Arrêt', en: 'Stop' }, form: StopSettings },
  },
})
