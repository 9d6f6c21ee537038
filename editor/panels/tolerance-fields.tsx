import { acceptedIn } from '#content-schema/nodes/shared/typed-answer.ts'
import type { SettingsProps } from '../element-editor.ts'
import { CheckField } from './fields.tsx'

const words = {
  fr: {
    example: 'extincteur',
    capitals: 'Les majuscules comptent',
    capitalsHint: (shown: string) => `Sans cette case, « ${shown} » est accepté aussi.`,
    accents: 'Les accents comptent',
    accentsHint: 'Sans cette case, « securite » est accepté pour « sécurité ».',
    spelling: 'Pardonner les petites fautes',
    spellingHint: (slip: string) =>
      `« ${slip} » sera accepté : une lettre d’écart à partir de 5 lettres, deux à partir de 9.`,
  },
  en: {
    example: 'extinguisher',
    capitals: 'Case-sensitive',
    capitalsHint: (shown: string) => `If unticked, “${shown}” is also accepted.`,
    accents: 'Accent-sensitive',
    accentsHint: 'If unticked, “cafe” is accepted for “café”.',
    spelling: 'Allow minor typos',
    spellingHint: (slip: string) =>
      `For example “${slip}”: one letter off in words of 5 letters or more, two in words of 9 or more.`,
  },
}

/** Whether capitals, accents and slips count, each explained on the author's own first answer. */
export function ToleranceFields({
  node,
  words: { language },
  set,
  accepted,
}: SettingsProps & { accepted: readonly string[] }) {
  const said = words[language]
  const first = acceptedIn(accepted).find((each) => /\p{L}{5}/u.test(each)) ?? said.example
  const { capitals, accents, spelling } = node.attrs
  return (
    <>
      <CheckField
        label={said.capitals}
        hint={said.capitalsHint(first.toUpperCase())}
        checked={capitals}
        onChange={(value) => set({ capitals: value })}
      />
      <CheckField
        label={said.accents}
        hint={said.accentsHint}
        checked={accents}
        onChange={(value) => set({ accents: value })}
      />
      <CheckField
        label={said.spelling}
        hint={said.spellingHint(withSlip(first))}
        checked={spelling}
        onChange={(value) => set({ spelling: value })}
      />
    </>
  )
}

/** A word with a letter left out in its middle. */
function withSlip(word: string): string {
  const middle = Math.floor(word.length / 2)
  return word.slice(0, middle) + word.slice(middle + 1)
}
