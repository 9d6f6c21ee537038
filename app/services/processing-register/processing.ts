/** What an organisation does with personal data, in the order of the register. */
export const processings = [
  'accounts',
  'authoring',
  'guests',
  'learning',
  'documents',
  'remarks',
  'trials',
  'letters',
  'messages',
] as const
export type ProcessingCode = (typeof processings)[number]

/**
 * One line of a register of processing: its words stand under its code, what is counted is here.
 *
 * @see GDPR, article 30 (1)
 */
export type Processing = {
  code: ProcessingCode
  /** What is stored of it now, by what is counted: `people`, `statements`. */
  counts: Record<string, number>
  /** Of the oldest that is kept: milliseconds since 1970, UTC; `null` where no date is kept. */
  oldestAt: number | null
}

export type ProcessingRegister = {
  processings: Processing[]
  /** Other LRSs that statements are passed on to, by name and host. */
  recipients: { name: string; host: string; trials: boolean }[]
}
