/** See `formula.ts`: in a browser no formula is judged here; the editor does it when it draws one. */
export function formulaError(_latex: string): string | null {
  return null
}
