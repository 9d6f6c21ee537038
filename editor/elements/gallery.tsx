import { galleryLayouts } from '#content-schema/nodes/gallery.ts'
import { goToNext, goToPrevious, whenEmpty, whenWritten } from '../commands/caret.ts'
import { dissolveEmptyPart } from '../commands/dissolve.ts'
import { addPieceAfterCurrent, removeEmptyPiece } from '../commands/pieces.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { pictureFront } from '../node-views/picture-front.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { ChoiceField } from '../panels/fields.tsx'
import { firstOf } from '../run.ts'
import './gallery.css'

const words = {
  fr: {
    image: { add: 'Ajouter une image', name: 'Image' },
    caption: 'Légende (facultatif)',
    layout: 'Présentation',
    layouts: { grid: 'Toutes les images en grille', carousel: 'Une image à la fois' },
  },
  en: {
    image: { add: 'Add image', name: 'Image' },
    caption: 'Caption (optional)',
    layout: 'Layout',
    layouts: { grid: 'Grid', carousel: 'Carousel (one image at a time)' },
  },
}

const image = () => json('galleryImage', [json('galleryCaption')])

export default defineEditor('gallery', {
  rank: 5,
  icon: 'M3 6h10v9H3zM6 6V3h11v9h-4M3 13l3-3 4 4',
  about: {
    fr: 'Plusieurs images, en grille ou une à la fois',
    en: 'Several images, in a grid or carousel',
  },
  synonyms: 'galerie images photos diaporama carrousel gallery pictures slideshow carousel',
  create: () => json('gallery', [image(), image()]),
  nodes: {
    gallery: { pieces: { galleryImage: (language) => words[language].image } },
    galleryImage: {
      view: pieceView((language) => words[language].image.name, pictureFront()),
    },
    galleryCaption: {
      hint: (_, { language }) => ({ placeholder: words[language].caption }),
      keys: slotKeys('galleryCaption', {
        enter: firstOf(whenWritten(addPieceAfterCurrent), goToNext),
        backspace: whenEmpty(firstOf(removeEmptyPiece, dissolveEmptyPart, goToPrevious)),
      }),
    },
  },
  settings: GallerySettings,
})

function GallerySettings({ node, words: { language }, set }: SettingsProps) {
  const { layout, layouts } = words[language]
  return (
    <ChoiceField
      label={layout}
      value={node.attrs.layout as (typeof galleryLayouts)[number]}
      options={galleryLayouts.map((value) => ({ value, label: layouts[value] }))}
      onChange={(value) => set({ layout: value })}
    />
  )
}
