import temml from 'temml'

/**
 * What keeps a formula from being read, in the words of its reader; `null` when nothing does.
 * In a browser this file is replaced by `formula.browser.ts`: the reader is 170 kB, and an editor
 * that opens must not wait for it.
 */
export function formulaError(latex: string): string | null {
  try {
    temml.__renderToMathMLTree(latex, { throwOnError: true, strict: false, trust: false })
    return null
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 200) : String(error).slice(0, 200)
  }
}
