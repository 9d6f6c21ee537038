/**
 * The System Usability Scale, read from 1 (not at all) to 5 (entirely).
 *
 * @see Brooke 1996 (English); Gronier & Baudet 2021, doi 10.1080/10447318.2021.1898828 (F-SUS, French)
 */
export const susItems: Record<'fr' | 'en', readonly string[]> = {
  fr: [
    'Je voudrais utiliser ce système fréquemment.',
    'Ce système est inutilement complexe.',
    'Ce système est facile à utiliser.',
    'J’aurais besoin du soutien d’un technicien pour être capable d’utiliser ce système.',
    'Les différentes fonctionnalités de ce système sont bien intégrées.',
    'Il y a trop d’incohérences dans ce système.',
    'La plupart des gens apprendront à utiliser ce système très rapidement.',
    'Ce système est très lourd à utiliser.',
    'Je me suis senti·e très en confiance en utilisant ce système.',
    'J’ai eu besoin d’apprendre beaucoup de choses avant de pouvoir utiliser ce système.',
  ],
  en: [
    'I think that I would like to use this system frequently.',
    'I found the system unnecessarily complex.',
    'I thought the system was easy to use.',
    'I think that I would need the support of a technical person to be able to use this system.',
    'I found the various functions in this system were well integrated.',
    'I thought there was too much inconsistency in this system.',
    'I would imagine that most people would learn to use this system very quickly.',
    'I found the system very cumbersome to use.',
    'I felt very confident using the system.',
    'I needed to learn a lot of things before I could get going with this system.',
  ],
}

export function isSus(answers: readonly number[]): boolean {
  return (
    answers.length === 10 &&
    answers.every((each) => Number.isInteger(each) && each >= 1 && each <= 5)
  )
}

/**
 * @param answers ten whole numbers from 1 to 5, in the order of the items
 * @returns 0 to 100, by steps of 2.5
 * @throws RangeError for anything else
 */
export function susScore(answers: readonly number[]): number {
  if (!isSus(answers)) throw new RangeError('ten answers from 1 to 5 are needed')
  const points = answers.map((given, index) => (index % 2 === 0 ? given - 1 : 5 - given))
  return 2.5 * points.reduce((sum, each) => sum + each, 0)
}

/** Scores of so few people are shown as they are: a mean or a grade would say more than they do. */
export const fewestForMean = 12

export type SusSummary = {
  scores: number[]
  median: number
  lowest: number
  highest: number
  /** `null` under {@link fewestForMean}. */
  mean: number | null
}

/** `null` where nobody answered. */
export function summarised(given: readonly number[]): SusSummary | null {
  const scores = given.toSorted((a, b) => a - b)
  const [lowest] = scores
  const highest = scores.at(-1)
  if (lowest === undefined || highest === undefined) return null
  const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length
  return {
    ...{ scores, lowest, highest, median: medianOf(scores) },
    mean: scores.length < fewestForMean ? null : mean,
  }
}

/** @param sorted at least one, in order */
function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1]!, sorted[Math.floor(middle)]!]
  return (low + high) / 2
}
