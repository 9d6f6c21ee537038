import type { Finding } from '../finding.ts'

/**
 * What can happen to foreign text on its way in; each code has a sentence wherever it is said.
 * `foreign.too-…` means that nothing was taken.
 */
export const lossCodes = [
  'foreign.too-many-nodes',
  'foreign.too-deep',
  'foreign.link-refused',
  'foreign.link-inner',
  'foreign.image-remote',
  'foreign.image-missing',
  'foreign.image-refused',
  'foreign.image-moved',
  'foreign.element-moved',
  'foreign.element-left-out',
  'foreign.table-nested',
  'foreign.header-guessed',
  'foreign.heading-folded',
  'foreign.heading-flattened',
  'foreign.list-flattened',
  'foreign.list-start',
  'foreign.list-too-deep',
  'foreign.quote',
  'foreign.underline',
  'foreign.strikethrough',
  'foreign.highlight',
  'foreign.script',
  'foreign.embedded',
  'foreign.form',
  'foreign.navigation',
  'foreign.hidden',
  'foreign.comment',
  'foreign.footnote',
  'foreign.contents-table',
  'foreign.revision',
  'foreign.unknown-node',
] as const
export type LossCode = (typeof lossCodes)[number]

/** A name stands in a sentence: longer, it would be the sentence. */
const longestName = 60
const mostNames = 3

type Loss = { count: number; names: string[] }

/** What was lost so far, one entry a code. */
export class Losses {
  private readonly found = new Map<LossCode, Loss>()

  add(code: LossCode, name = '', count = 1): void {
    const loss = this.found.get(code) ?? { count: 0, names: [] }
    const short = shortened(name)
    const isNew = short !== '' && !loss.names.includes(short) && loss.names.length < mostNames
    this.found.set(code, {
      count: loss.count + count,
      names: isNew ? [...loss.names, short] : loss.names,
    })
  }

  /** Those of a part that was read on its own. */
  addAll(others: Losses): void {
    for (const [code, { count, names }] of others.found) {
      const [first = '', ...more] = names
      this.add(code, first, count)
      for (const name of more) this.add(code, name, 0)
    }
  }

  /** In the order of {@link lossCodes}, each with how many (`count`) and up to three by name (`names`). */
  findings(): Finding[] {
    return lossCodes.flatMap((code) => {
      const loss = this.found.get(code)
      if (!loss) return []
      const params = { count: loss.count, names: loss.names.join(', ') }
      const severity = code.startsWith('foreign.too-') ? 'blocks' : 'warns'
      return [{ code, severity, nodeId: null, params } as const]
    })
  }
}

function shortened(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim()
  return line.length <= longestName ? line : `${line.slice(0, longestName - 1)}…`
}
