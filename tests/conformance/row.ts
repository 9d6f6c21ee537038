import type { Version } from '#app/lrs/http/version.ts'
import type { Lrs } from './lrs.ts'

/** One promise of the endpoint, and how it is put to the proof. */
export type Row = {
  /** Published numbers that it proves: `XAPI-00143 00144`; empty for a rule without a number. */
  requirement: string
  /** Ours, for whoever reads the list of tests. */
  says: string
  versions: readonly Version[]
} & Proof

type Proof =
  /** A statement that is a 400, alone or in a batch, of which nothing is stored. */
  | { refused: unknown }
  /** A statement that is taken, and given back as it was told. */
  | { accepted: object }
  /** What takes several requests. */
  | { asks: (lrs: Lrs) => Promise<void> }

const both: readonly Version[] = ['1.0.3', '2.0.0']

export function refuses(
  requirement: string,
  says: string,
  refused: unknown,
  versions = both,
): Row {
  return { requirement, says: `refuses ${says}`, refused, versions }
}

export function accepts(
  requirement: string,
  says: string,
  accepted: object,
  versions = both,
): Row {
  return { requirement, says: `accepts ${says}`, accepted, versions }
}

export function row(
  requirement: string,
  says: string,
  asks: (lrs: Lrs) => Promise<void>,
  versions = both,
): Row {
  return { requirement, says, asks, versions }
}

/** `['XAPI-00143', 'XAPI-00144']` */
export function numbersOf({ requirement }: Row): string[] {
  return [...requirement.matchAll(/\d{5}/g)].map(([number]) => `XAPI-${number}`)
}
