import { type Language, type Words, wordsByLanguage } from '../player/i18n/words.ts'
import {
  frameLabels,
  type Identity,
  pageLabels,
  playerLabels,
  remarkLabels,
} from './identity.ts'

/** What decides of the words of a package. */
type Said = { language: Language; identity?: Identity }

/** The words of the player, with those that an organisation says in its own way. */
export function wordsOf({ language, identity }: Said): Words {
  const ours = wordsByLanguage[language]
  const said = identity?.labels[language]
  if (!said) return ours
  return {
    ...ours,
    page: { ...ours.page, ...picked(said, pageLabels) },
    player: { ...ours.player, ...picked(said, playerLabels) },
    frame: { ...ours.frame, ...picked(said, frameLabels) },
    remarks: { ...ours.remarks, ...picked(said, remarkLabels) },
  }
}

function picked<Name extends string>(
  said: Partial<Record<Name, string>>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const given = names.flatMap((name) => (said[name] ? [[name, said[name]] as const] : []))
  return Object.fromEntries(given) as Partial<Record<Name, string>>
}
