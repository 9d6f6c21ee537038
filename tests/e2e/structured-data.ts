/** What a description of a learning resource must have, and what each property may be. */
const checks: Record<string, (value: unknown) => boolean> = {
  '@context': (value) => value === 'https://schema.org',
  '@type': (value) => value === 'LearningResource',
  '@id': isAddress,
  identifier: isAddress,
  url: isAddress,
  name: isText,
  description: isText,
  inLanguage: (value) => isText(value) && Intl.getCanonicalLocales(value)[0] === value,
  timeRequired: isDuration,
  learningResourceType: isText,
  educationalLevel: isText,
  isAccessibleForFree: (value) => typeof value === 'boolean',
  version: (value) => isText(value) && /^\d+\.\d+$/.test(value),
  datePublished: isInstant,
  dateModified: isInstant,
  license: isAddress,
  creator: (value) => everyOne(value, isNamed('Person', 'Organization')),
  provider: (value) => isNamed('Organization')(value) && isAddress(value.url),
  teaches: (value) => everyOne(value, isText),
  assesses: (value) => Array.isArray(value) && value.every(isText),
  educationalAlignment: (value) => Array.isArray(value) && value.every(isAlignment),
}

/** These are left out where nothing is known. */
const optional: typeof checks = {
  expires: (value) => isText(value) && isDay(value),
  keywords: isText,
  audience: (value) =>
    isOf(value, 'EducationalAudience') && isText((value as Thing).audienceType),
  competencyRequired: isText,
  maintainer: (value) => everyOne(value, isNamed('Person')),
}

type Thing = Record<string, unknown>

/**
 * What is wrong with a page's description of a learning resource: a line a property that is missing,
 * of another shape, or none that we know.
 *
 * @see https://schema.org/LearningResource
 */
export function structuredDataProblems(found: unknown): string[] {
  if (typeof found !== 'object' || found === null) return ['it is no object']
  const resource = found as Thing
  const known = { ...checks, ...optional }
  const missing = Object.keys(checks).filter((name) => !(name in resource))
  const wrong = Object.entries(resource).filter(([name, value]) => !known[name]?.(value))
  return [
    ...missing.map((name) => `${name} is missing`),
    ...wrong.map(([name, value]) => `${name} cannot be ${JSON.stringify(value)}`),
    ...(isBefore(resource.dateModified, resource.datePublished)
      ? ['dateModified is before datePublished']
      : []),
  ]
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && !value.includes('{{')
}

function isAddress(value: unknown): boolean {
  return isText(value) && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

/** @see ISO 8601-1 §5.5.2.2, with a designator before each part */
function isDuration(value: unknown): boolean {
  return isText(value) && /^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/.test(value)
}

function isInstant(value: unknown): boolean {
  return isText(value) && new Date(value).toISOString() === value
}

function isDay(value: string): boolean {
  return new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)
}

function isBefore(one: unknown, other: unknown): boolean {
  return isText(one) && isText(other) && one < other
}

function isOf(value: unknown, type: string): value is Thing {
  return typeof value === 'object' && value !== null && (value as Thing)['@type'] === type
}

function isNamed(...types: string[]) {
  return (value: unknown): value is Thing =>
    types.some((type) => isOf(value, type)) && isText((value as Thing).name)
}

function isAlignment(value: unknown): boolean {
  return (
    isOf(value, 'AlignmentObject') &&
    ['teaches', 'assesses', 'requires'].includes(String(value.alignmentType)) &&
    isText(value.educationalFramework) &&
    isText(value.targetName)
  )
}

function everyOne(value: unknown, check: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(check)
}
