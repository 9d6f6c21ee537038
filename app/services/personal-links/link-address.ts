/** What is put in a letter, or handed over. */
export function linkAddress({ publicUrl }: { publicUrl: string }, token: string): string {
  return `${publicUrl}/invited/${token}`
}
