import type { Competency, CompetencyBlock } from '#content-schema/competencies.ts'

/**
 * Finds the competencies in the text of a block, which the register keeps without any markup.
 *
 * Two layouts are understood: `* competency … o criterion`, and infinitives apart by four spaces
 * or more, which is what the register leaves of line breaks. Any other text is `unknown` and gives
 * nothing: it is shown as it stands, since a wrong competency is worse than none.
 */
export function splitCompetencies(
  source: string,
): Pick<CompetencyBlock, 'layout' | 'competencies'> {
  const lines = linesOf(source)
  if (areBullets(lines)) return { layout: 'bullets', competencies: fromBullets(lines) }
  if (areInfinitives(lines)) return { layout: 'spaces', competencies: lines.map(alone) }
  return { layout: 'unknown', competencies: [] }
}

function linesOf(source: string): string[] {
  return source
    .split(/[ \u00a0]{4,}|[ \u00a0]*[\r\n]\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Every line carries its mark, the first that of a competency, and none hides a second mark. */
function areBullets(lines: string[]): boolean {
  const marked = lines.every((line) => /^[*o]\s+\S/.test(line) && !/\s{2,}[*o•-]\s/.test(line))
  return marked && lines[0]?.startsWith('*') === true && !lines.some(speaksOfAssessment)
}

function fromBullets(lines: string[]): Competency[] {
  const competencies: Competency[] = []
  for (const line of lines) {
    const label = tidy(line.slice(1))
    if (line.startsWith('*')) competencies.push({ label, criteria: [] })
    else competencies.at(-1)?.criteria.push({ label })
  }
  return competencies
}

/** One line alone may be a free text just as well, and breaks inside sentences prove one. */
function areInfinitives(lines: string[]): boolean {
  return lines.length >= 2 && lines.every(isInfinitive)
}

function isInfinitive(line: string): boolean {
  const startsSo = /^(S[’']|Se )?\p{L}+(er|ir|re)(?=[\s,’']|$)/iu.test(line)
  const oneSentence = !/[.!?]\s+\p{Lu}/u.test(line) && !/[:;,]$/.test(line)
  return startsSo && /^\p{Lu}/u.test(line) && oneSentence && line.length <= 400
}

/** Some blocks mix how they are assessed into the list ("Évaluation : …"). */
function speaksOfAssessment(line: string): boolean {
  return /^[*o]\s+([ée]valuation|modalités|critères)\b/iu.test(line)
}

function alone(line: string): Competency {
  return { label: tidy(line), criteria: [] }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
