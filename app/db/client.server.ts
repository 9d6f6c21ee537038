import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { projectRoot } from '#packaging/project-root.ts'
import * as bankSchema from './schema/bank/index.ts'
import * as statementsSchema from './schema/statements/index.ts'

/** Authoring, reviews, rights, people: small and precious. */
export type Bank = BetterSQLite3Database<typeof bankSchema> & { $client: Database.Database }
/** Statements and what is computed from them: large, only added to. */
export type StatementsDb = BetterSQLite3Database<typeof statementsSchema> & {
  $client: Database.Database
}

/** Opens `bank.sqlite` (or `:memory:`), creating and migrating it as needed. */
export function openBank(file: string): Bank {
  return lockingAtOnce(drizzle({ client: migrated(file, 'bank'), schema: bankSchema }))
}

/** Opens `statements.sqlite` (or `:memory:`), creating and migrating it as needed. */
export function openStatements(file: string): StatementsDb {
  const client = migrated(file, 'statements')
  client.pragma('wal_autocheckpoint = 16000')
  return drizzle({ client, schema: statementsSchema })
}

/**
 * A transaction takes the right to write when it begins, not at its first write: were another
 * process (the command line beside the server) to write in between, SQLite would refuse it.
 */
function lockingAtOnce(bank: Bank): Bank {
  const transaction = bank.transaction.bind(bank)
  bank.transaction = (work, config) => transaction(work, { behavior: 'immediate', ...config })
  return bank
}

/**
 * A commit is on the disk before it is acknowledged (`synchronous = FULL`): an approval is
 * evidence, a statement cannot be made again.
 */
function migrated(file: string, name: 'bank' | 'statements'): Database.Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const client = new Database(file)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('busy_timeout = 5000')
  // A table that is made anew goes away for an instant: what refers to it must not go with it.
  client.pragma('foreign_keys = OFF')
  migrate(drizzle({ client }), {
    migrationsFolder: join(projectRoot, 'app/db/migrations', name),
  })
  client.pragma('foreign_keys = ON')
  return client
}
