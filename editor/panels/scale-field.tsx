import type { EditorLanguage, InBoth, SettingsProps } from '../element-editor.ts'
import { hostOf } from '../host.ts'
import { CheckField, ChoiceField, TextField } from './fields.tsx'

/** Scales that are ready to use, from the least to the most. */
export const scales = {
  agreement5: {
    fr: [
      'Pas du tout d’accord',
      'Plutôt pas d’accord',
      'Sans avis',
      'Plutôt d’accord',
      'Tout à fait d’accord',
    ],
    en: ['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree'],
  },
  agreement4: {
    fr: [
      'Pas du tout d’accord',
      'Plutôt pas d’accord',
      'Plutôt d’accord',
      'Tout à fait d’accord',
    ],
    en: ['Strongly disagree', 'Disagree', 'Agree', 'Strongly agree'],
  },
  agreement7: {
    fr: [
      'Pas du tout d’accord',
      'Pas d’accord',
      'Plutôt pas d’accord',
      'Sans avis',
      'Plutôt d’accord',
      'D’accord',
      'Tout à fait d’accord',
    ],
    en: [
      'Strongly disagree',
      'Disagree',
      'Somewhat disagree',
      'Neutral',
      'Somewhat agree',
      'Agree',
      'Strongly agree',
    ],
  },
  satisfaction: {
    fr: ['Pas du tout satisfait', 'Peu satisfait', 'Satisfait', 'Très satisfait'],
    en: ['Very dissatisfied', 'Dissatisfied', 'Satisfied', 'Very satisfied'],
  },
  frequency: {
    fr: ['Jamais', 'Rarement', 'Parfois', 'Souvent', 'Toujours'],
    en: ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'],
  },
} satisfies Record<string, InBoth<string[]>>

type ScaleName = keyof typeof scales

const words = {
  fr: {
    scale: 'Échelle',
    own: 'Mes propres degrés',
    steps: 'Degrés, un par ligne, du plus faible au plus fort',
    stepsHint: 'De deux à neuf, chacun de 80 signes au plus.',
    required: 'Il faut y répondre pour terminer le module',
    names: {
      agreement5: 'Accord, 5 degrés',
      agreement4: 'Accord, 4 degrés (sans milieu)',
      agreement7: 'Accord, 7 degrés',
      satisfaction: 'Satisfaction',
      frequency: 'Fréquence',
    },
  },
  en: {
    scale: 'Scale',
    own: 'Custom scale',
    steps: 'Scale points, one per line, from lowest to highest',
    stepsHint: '2 to 9 points, maximum 80 characters each.',
    required: 'Learners must answer it to complete the module',
    names: {
      agreement5: 'Agreement (5 points)',
      agreement4: 'Agreement (4 points, no neutral)',
      agreement7: 'Agreement (7 points)',
      satisfaction: 'Satisfaction',
      frequency: 'Frequency',
    },
  },
}

/** Which scale opinions are given on: one that is ready, in the module's language, or one's own. */
function ScaleField({ editor, node, words: { language }, set }: SettingsProps) {
  const said = words[language]
  const steps = node.attrs.scale as string[]
  const written = hostOf(editor).language
  return (
    <>
      <ChoiceField
        label={said.scale}
        value={nameOf(steps)}
        options={[
          ...(Object.keys(scales) as ScaleName[]).map((value) => ({
            value,
            label: said.names[value],
          })),
          { value: 'own', label: said.own },
        ]}
        onChange={(name) => {
          if (name !== 'own') set({ scale: scales[name][written] })
        }}
      />
      <TextField
        label={said.steps}
        hint={said.stepsHint}
        value={steps.join('\n')}
        longest={800}
        rows={Math.max(3, steps.length)}
        refuse={(text) => (isScale(linesOf(text)) ? '' : said.stepsHint)}
        onChange={(text) => isScale(linesOf(text)) && set({ scale: linesOf(text) })}
      />
    </>
  )
}

/** Whether the module is complete without an answer. */
export function RequiredField({ node, words: { language }, set }: SettingsProps) {
  return (
    <CheckField
      label={words[language].required}
      checked={node.attrs.required}
      onChange={(required) => set({ required })}
    />
  )
}

/** What opinions have in common. */
export function OpinionSettings(props: SettingsProps) {
  return (
    <>
      <ScaleField {...props} />
      <RequiredField {...props} />
    </>
  )
}

function nameOf(steps: readonly string[]): ScaleName | 'own' {
  const languages: EditorLanguage[] = ['fr', 'en']
  const known = (Object.keys(scales) as ScaleName[]).find((name) =>
    languages.some((language) => scales[name][language].join('\n') === steps.join('\n')),
  )
  return known ?? 'own'
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function isScale(steps: readonly string[]): boolean {
  return steps.length >= 2 && steps.length <= 9 && steps.every(({ length }) => length <= 80)
}
