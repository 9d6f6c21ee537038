import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { readSettings, type Settings } from '#app/env.server.ts'
import { type Bank, openBank, openStatements, type StatementsDb } from './client.server.ts'
import { instanceValues } from './schema/bank/index.ts'

/** The one running installation: its settings, its two databases, what was fixed at its creation. */
export type Instance = {
  settings: Settings
  bank: Bank
  statements: StatementsDb
  /** Permanent prefix of activity ids, no slash at its end. */
  iriBase: string
  /** Signs links to played packages. */
  signingKey: string
}

const slot = globalThis as { grainothequeInstance?: Instance }

/** The built application and the server are two bundles in one process: they share it here. */
export function instance(): Instance {
  slot.grainothequeInstance ??= openInstance(readSettings())
  return slot.grainothequeInstance
}

export function openInstance(settings: Settings): Instance {
  const bank = openBank(join(settings.dataDir, 'bank.sqlite'))
  const statements = openStatements(join(settings.dataDir, 'statements.sqlite'))
  return {
    settings,
    bank,
    statements,
    iriBase: fixedValue(bank, 'iriBase', () => settings.iriBase ?? `${settings.publicUrl}/id`),
    signingKey: fixedValue(bank, 'signingKey', () => randomBytes(32).toString('base64url')),
  }
}

export function closeInstance(): void {
  slot.grainothequeInstance?.bank.$client.close()
  slot.grainothequeInstance?.statements.$client.close()
  delete slot.grainothequeInstance
}

/**
 * A value chosen the first time it is asked for, and never again. Whoever only reads it waits for
 * nobody who writes.
 */
function fixedValue(bank: Bank, name: string, choose: () => string): string {
  return keptValue(bank, name) ?? bank.transaction((tx) => keptValue(tx, name) ?? keep(tx))

  function keep(tx: Pick<Bank, 'insert'>): string {
    const value = choose()
    tx.insert(instanceValues).values({ name, value }).run()
    return value
  }
}

function keptValue(db: Pick<Bank, 'select'>, name: string): string | undefined {
  return db.select().from(instanceValues).where(eq(instanceValues.name, name)).get()?.value
}
