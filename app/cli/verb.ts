import type { ParseArgsConfig } from 'node:util'

/** One verb of the command line. What only it needs is loaded when it runs, so that others start fast. */
export type Verb = {
  name: string
  /** What follows the verb: `<file>`, `<module-code> --format … --out <zip>`. */
  usage: string
  /** One sentence: what it does. */
  summary: string
  options?: NonNullable<ParseArgsConfig['options']>
  /** How many words it takes beside its options; `any`: it says itself what is missing. */
  words: number | 'any'
  run: (given: Given) => Promise<void> | void
}

export type Given = { words: string[]; options: Record<string, string | boolean | undefined> }

/** The command was not written as it should be: exit code 2. */
export class UsageError extends Error {}

/** What was asked cannot be done, for a reason worth reading: exit code 1. */
export class Refused extends Error {}

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2))
}
