import { facts } from './bank.ts'

/** The facts of a module as their form sends them. */
export function plainFacts(): Record<string, string> {
  const { keywords, authors, ...rest } = facts
  const plain = Object.entries(rest).map(([name, value]) => [name, String(value)])
  return {
    ...Object.fromEntries(plain),
    keywords: keywords.join(),
    authors: authors.join('\n'),
  }
}

/** The rights of a file as their form sends them. */
export const plainRights = {
  title: 'x',
  authors: '',
  source: '',
  licence: 'cc-by-4.0',
  changes: '',
  people: 'nobody',
  until: '',
  basis: 'licence',
}
