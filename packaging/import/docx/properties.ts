import type { SaidRights } from '../imported.ts'

/** What programs write where nobody gave a name. */
const nobody = /^(microsoft|python-docx|office|utilisateur|user|admin(istrateur|istrator)?)\b/i

/**
 * Who made a Word file and on which terms: its creator, its rights, and what its author added under
 * such a name; `null` where it says nothing.
 *
 * @see ECMA-376 part 2, core properties; part 1, §22.3 custom properties
 */
export function rightsInProperties(xml: string): SaidRights | null {
  const creators = textsOf(xml, /<dc:creator(?:\s[^<>]{0,500})?>([^<]{1,2000})<\/dc:creator>/g)
  const authors = creators
    .flatMap((names) => names.split(';'))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !nobody.test(name))
    .slice(0, 20)
  const terms = [
    ...textsOf(xml, /<dc:rights(?:\s[^<>]{0,500})?>([^<]{1,2000})<\/dc:rights>/g),
    ...textsOf(xml, named),
  ]
  if (authors.length === 0 && terms.length === 0) return null
  return { authors, licence: terms.join(' ; ').slice(0, 2000), source: '' }
}

const named =
  /<property\s[^<>]{0,500}name="(?:licen[cs]e|copyright|rights|droits)"[^<>]{0,500}>\s*<vt:lpwstr>([^<]{1,2000})<\/vt:lpwstr>/gi

function textsOf(xml: string, pattern: RegExp): string[] {
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
  return [...xml.matchAll(pattern)]
    .map(([, text = '']) =>
      text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name) => entities[name]!),
    )
    .map((text) => text.trim())
    .filter(Boolean)
}
