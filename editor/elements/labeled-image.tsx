import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { titledPieces } from '../extensions/titled-pieces.ts'
import { markersView, spotFields } from '../node-views/markers-view.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { CheckField } from '../panels/fields.tsx'
import './labeled-image.css'

const words = {
  fr: {
    piece: { add: 'Ajouter un repère', name: 'Repère' },
    title: 'Ce que montre le repère',
    required: 'Tous les repères doivent être ouverts pour terminer le module',
  },
  en: {
    piece: { add: 'Add marker', name: 'Marker' },
    title: 'Marker title',
    required: 'Learners must open every marker to complete the module',
  },
}

const markers = titledPieces('imageMarkerTitle', words)

const marker = (x: number) => ({
  ...json('imageMarker', [json('imageMarkerTitle'), json('paragraph')]),
  attrs: { x, y: 50 },
})

export default defineEditor('labeledImage', {
  rank: 6,
  icon: 'M3 4h14v12H3zM6.500 8h.01M13 7h.01M10 12.500h.01M5 8a1.500 1.500 0 1 0 3 0 1.500 1.500 0 1 0-3 0M11.500 7a1.500 1.500 0 1 0 3 0 1.500 1.500 0 1 0-3 0',
  about: {
    fr: 'Une image et des repères à ouvrir',
    en: 'An image with markers that open',
  },
  synonyms: 'image legendee reperes points zones cliquables hotspots labelled labeled markers',
  create: () => json('labeledImage', [marker(33), marker(67)]),
  nodes: {
    labeledImage: { pieces: { imageMarker: markers.add }, view: markersView },
    imageMarker: {
      ...markers.piece,
      view: pieceView((language) => words[language].piece.name, spotFields),
    },
    imageMarkerTitle: markers.title,
  },
  settings: LabeledImageSettings,
})

function LabeledImageSettings({ node, words: { language }, set }: SettingsProps) {
  return (
    <CheckField
      label={words[language].required}
      checked={node.attrs.required}
      onChange={(required) => set({ required })}
    />
  )
}
