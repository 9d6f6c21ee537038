import { regionShapes } from '#content-schema/nodes/hotspot.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { choice, questionFeedback } from '../extensions/choice.ts'
import { lineKeys } from '../extensions/piece-text.ts'
import { rightBox } from '../node-views/choice-view.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { questionView } from '../node-views/question-view.ts'
import { regionControls } from '../node-views/region-controls.ts'
import { CheckField, ChoiceField, TextField, WholeNumberField } from '../panels/fields.tsx'
import { FileField } from '../panels/file-field.tsx'
import { QuestionSettings } from '../panels/question-settings.tsx'
import './hotspot.css'

const words = {
  fr: {
    region: { add: 'Ajouter une zone', name: 'Zone' },
    name: 'Nom de la zone, lu à qui ne voit pas l’image',
    several: 'Plusieurs zones peuvent être justes',
    shape: 'Forme',
    shapes: { rectangle: 'Rectangle', ellipse: 'Ellipse' },
    x: 'Depuis la gauche (%)',
    y: 'Depuis le haut (%)',
    width: 'Largeur (%)',
    height: 'Hauteur (%)',
  },
  en: {
    region: { add: 'Add area', name: 'Area' },
    name: 'Area name, for screen readers',
    several: 'More than one area can be correct',
    shape: 'Shape',
    shapes: { rectangle: 'Rectangle', ellipse: 'Ellipse' },
    x: 'From the left (%)',
    y: 'From the top (%)',
    width: 'Width (%)',
    height: 'Height (%)',
  },
}

export default defineEditor('hotspot', {
  rank: 10,
  icon: 'M3 4h14v12H3zM10 7v2M10 11v2M7 10h2M11 10h2',
  about: { fr: 'Des zones à trouver dans une image', en: 'Find areas of an image' },
  synonyms:
    'zone cliquable image reperer point chaud question hotspot click region quiz ' +
    'knowledge check verification connaissances',
  create: () => json('hotspot', [json('prompt'), json('feedback')]),
  nodes: {
    hotspot: {
      view: questionView(regionControls),
      pieces: { hotspotRegion: (language) => words[language].region },
      hintInside: questionFeedback,
    },
    hotspotRegion: {
      view: pieceView((language) => words[language].region.name, rightBox),
      hintInside: (place, page) =>
        place.node.type.name === 'feedback' ? (choice.hintInside?.(place, page) ?? '') : '',
    },
    hotspotName: {
      hint: (_, { language }) => ({ placeholder: words[language].name }),
      keys: lineKeys('hotspotName'),
    },
  },
  settings: HotspotSettings,
  partSettings: {
    hotspotRegion: { label: { fr: 'Zone', en: 'Area' }, form: RegionSettings },
  },
})

function HotspotSettings(props: SettingsProps) {
  const { node, words: page, set } = props
  const { settings, media, language } = page
  return (
    <>
      <QuestionSettings {...props} />
      <FileField {...props} use="asset" accept="image/*" label={media.fileOf} />
      <TextField
        label={settings.alt}
        hint={settings.altHint}
        value={node.attrs.alt}
        longest={2000}
        rows={3}
        onChange={(alt) => set({ alt })}
      />
      <CheckField
        label={words[language].several}
        checked={node.attrs.several}
        onChange={(several) => set({ several })}
      />
      {node.attrs.several && (
        <CheckField
          label={settings.partialCredit}
          hint={settings.partialCreditHint}
          checked={node.attrs.partialCredit}
          onChange={(partialCredit) => set({ partialCredit })}
        />
      )}
    </>
  )
}

function RegionSettings({ node, words: { language, settings }, set }: SettingsProps) {
  const said = words[language]
  const sides = [
    ['x', 0, 99],
    ['y', 0, 99],
    ['width', 1, 100],
    ['height', 1, 100],
  ] as const
  return (
    <>
      <ChoiceField
        label={said.shape}
        value={node.attrs.shape}
        options={regionShapes.map((value) => ({ value, label: said.shapes[value] }))}
        onChange={(shape) => set({ shape })}
      />
      {sides.map(([side, least, most]) => (
        <WholeNumberField
          key={side}
          label={said[side]}
          value={node.attrs[side]}
          least={least}
          most={most}
          refusal={settings.outOfRange(least, most)}
          onChange={(value) => set({ [side]: value })}
        />
      ))}
    </>
  )
}
