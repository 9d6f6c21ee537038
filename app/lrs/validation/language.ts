import { checkAnyObject, checkString, refuse } from './shape.ts'

const tag = new RegExp(
  '^(?:' +
    '(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})' +
    '(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\\d{3}))?' +
    '(?:-(?:[a-z0-9]{5,8}|\\d[a-z0-9]{3}))*' +
    '(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?' +
    '|x(?:-[a-z0-9]{1,8})+' +
    '|i-[a-z]{2,8}(?:-[a-z0-9]{2,8})*' +
    ')$',
  'i',
)

/** Tags already found well formed: a few dozen, met in each statement. */
const known = new Set<string>()

/** @see RFC 5646 §2.1: the form of a tag, not whether it is registered */
export function checkLanguage(value: unknown, path: string): asserts value is string {
  checkString(value, path)
  if (known.has(value)) return
  if (!tag.test(value)) refuse(path, 'must be a language tag (RFC 5646)')
  if (known.size < 1000) known.add(value)
}

/** Texts by language. @see xAPI 1.0.3, Data 4.2 */
export function checkLanguageMap(value: unknown, path: string): void {
  checkAnyObject(value, path)
  for (const language in value) {
    checkLanguage(language, `${path}.${language}`)
    checkString(value[language], `${path}.${language}`)
  }
}
