import * as z from 'zod'
import {
  cornerNames,
  fontNames,
  frameLabels,
  type Identity,
  type Labels,
  pageLabels,
  plainTheme,
  playerLabels,
  remarkLabels,
  type Theme,
} from './identity.ts'

/** Six digits and nothing else: what is read here is written into a style sheet. */
const colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/)
  .nullable()
  .default(null)

/** One line of words, with nothing in it that turns or hides others. */
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{C}*$/u)

export const mostCharacters = { page: 40, player: 160, frame: 160, logo: 200 }

export const ThemeFields = z.strictObject({
  brand: colour,
  accent: colour,
  paper: colour,
  text: z.enum(fontNames).default(plainTheme.text),
  headings: z.enum(fontNames).default(plainTheme.headings),
  corners: z.enum(cornerNames).default(plainTheme.corners),
  logo: z
    .strictObject({
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      alt: words(mostCharacters.logo).min(1),
    })
    .nullable()
    .default(null),
}) satisfies z.ZodType<Theme>

/** As a form sends them: an empty one leaves ours. */
const LabelsOfLanguage = z
  .strictObject({
    ...fields(pageLabels, mostCharacters.page),
    ...fields(playerLabels, mostCharacters.player),
    ...fields(frameLabels, mostCharacters.frame),
    ...fields(remarkLabels, mostCharacters.page),
  })
  .transform((said) => Object.fromEntries(Object.entries(said).filter(([, text]) => text)))
  .default({})

export const LabelsFields = z.strictObject({
  fr: LabelsOfLanguage,
  en: LabelsOfLanguage,
}) satisfies z.ZodType<Labels>

/** An identity as a form, a table or a file has it; what is missing is ours. */
export const IdentityFields = z.strictObject({
  theme: ThemeFields,
  labels: LabelsFields,
}) satisfies z.ZodType<Identity>

function fields<Name extends string>(names: readonly Name[], most: number) {
  const field = words(most).optional()
  return Object.fromEntries(names.map((name) => [name, field])) as Record<Name, typeof field>
}
