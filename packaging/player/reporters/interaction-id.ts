/** ASCII, starting with a letter, the same for each try: LMSs join the answers of editions by it. */
export function interactionId(code: string, questionId: string): string {
  const safe = code.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 100)
  return `${/^[A-Za-z]/.test(safe) ? '' : 'm'}${safe}_${questionId}`
}
