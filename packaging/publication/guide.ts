import type { Format } from '../package-source.ts'
import type { InBoth, Preset } from './preset.ts'

type Language = keyof InBoth
/** As the application calls them. */
export type FormatNames = Record<Language, Record<Format, string>>

/** The packages guide: for each LMS, which package to make, what to set and what to tick there. */
export function guideOf(presets: readonly Preset[], formats: FormatNames): string {
  const contents = presets.map(({ name }) => `- [${name}](#${anchor(name)})`).join('\n')
  const chapters = presets.map((preset) => chapter(preset, formats))
  return `${[opening, contents, ...chapters].join('\n\n')}\n`
}

const opening = `# Guide des paquets · Packages guide

Quel paquet exporter pour quel LMS, et que cocher là-bas. Écrit par \`npm run guide\` depuis
\`publication/presets\` : corrigez-le là, chaque fait avec sa source.

Which package to export for which LMS, and what to tick there. Written by \`npm run guide\` from
\`publication/presets\`: correct it there, each fact with its source.`

function chapter(preset: Preset, formats: FormatNames): string {
  const languages = (['fr', 'en'] as const).map((language) => part(preset, language, formats))
  return [`## ${preset.name}`, ...languages].join('\n\n')
}

/** Where Markdown readers put a heading. */
function anchor(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-')
}

function part(preset: Preset, language: Language, formats: FormatNames): string {
  const said = words[language]
  const steps = preset.steps.map((step, index) => `${index + 1}. ${step[language]}`)
  const facts = preset.facts.map(({ text, source }) => `- ${text[language]} (${source})`)
  return [
    `### ${preset.name}, ${said.inLanguage}`,
    [
      `- ${said.format(preset.formats.map((format) => formats[language][format]))}`,
      `- ${said.settings}${settings(preset, language)}`,
      `- ${said.limits}${limits(preset, language)}`,
    ].join('\n'),
    `${said.there}\n\n${steps.join('\n')}`,
    `${said.facts}\n\n${facts.join('\n')}`,
  ].join('\n\n')
}

function settings({ reasons }: Preset, language: Language): string {
  const asked = Object.values(reasons).map((reason) => reason[language])
  return asked.length > 0 ? asked.join(' ') : words[language].asProposed
}

function limits(
  { limits: { zip, unpacked, files, suspendData, extensions, scosIn12 } }: Preset,
  language: Language,
) {
  const { limit } = words[language]
  const number = (value: number) => plain(new Intl.NumberFormat(language).format(value))
  const known = [
    zip && limit.zip(number(zip / 1_000_000)),
    unpacked && limit.unpacked(number(unpacked / 1_000_000)),
    files && limit.files(number(files)),
    suspendData && limit.suspendData(number(suspendData)),
    scosIn12 && limit.scosIn12(number(scosIn12)),
    extensions && limit.extensions(extensions.map((extension) => `.${extension}`).join(' ')),
  ].filter(Boolean)
  return known.length > 0 ? `${known.join(words[language].and)}.` : words[language].noLimit
}

/** The same on every machine: which space groups digits depends on the data Node came with. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ')
}

const words = {
  fr: {
    inLanguage: 'en français',
    format: ([best, ...others]: string[]) =>
      `Format : ${best}${others.length > 0 ? ` ; sinon ${others.join(', ')}` : ''}.`,
    settings: 'Réglages : ',
    asProposed: 'ceux que l’export propose.',
    limits: 'Limites : ',
    noLimit: 'aucune connue ; l’administration du LMS peut en fixer une.',
    and: ' ; ',
    limit: {
      zip: (most: string) => `paquet de ${most} Mo`,
      unpacked: (most: string) => `${most} Mo une fois ouvert`,
      files: (most: string) => `${most} fichiers`,
      suspendData: (most: string) => `${most} signes de reprise en SCORM 1.2`,
      scosIn12: (most: string) => `${most} SCO en SCORM 1.2`,
      extensions: (list: string) => `aucun fichier ${list}`,
    },
    there: 'Dans le LMS :',
    facts: 'Bon à savoir :',
  },
  en: {
    inLanguage: 'in English',
    format: ([best, ...others]: string[]) =>
      `Format: ${best}${others.length > 0 ? `; otherwise ${others.join(', ')}` : ''}.`,
    settings: 'Settings: ',
    asProposed: 'those that the export proposes.',
    limits: 'Limits: ',
    noLimit: 'none known; whoever runs the LMS may set one.',
    and: '; ',
    limit: {
      zip: (most: string) => `a package of ${most} MB`,
      unpacked: (most: string) => `${most} MB once unpacked`,
      files: (most: string) => `${most} files`,
      suspendData: (most: string) => `${most} characters of resume data in SCORM 1.2`,
      scosIn12: (most: string) => `${most} SCO in SCORM 1.2`,
      extensions: (list: string) => `no file ${list}`,
    },
    there: 'In the LMS:',
    facts: 'Worth knowing:',
  },
}
