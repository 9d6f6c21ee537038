import type { StatementsDb } from '#app/db/client.server.ts'
import { readRegistration } from '../statements/of-registration.server.ts'
import type { StoredStatement } from '../statements/xapi-statement.ts'
import { attemptRows } from './attempt-rows.server.ts'
import { cellWriter } from './cell-writer.server.ts'
import { difference } from './cells.ts'
import { contributions } from './contributions.ts'
import { editionIds } from './edition-ids.server.ts'
import { type Facts, foldEvent } from './facts.ts'
import { type AttemptName, readEvent } from './read-event.ts'
import { remarkRows } from './remark-rows.server.ts'

/** Keeps what pages read equal to what the statements say. Called inside the transaction. */
export type Rollups = {
  /** Counts one more statement; those that are not of our profile count for nothing. */
  fold: (organisationId: string, statement: StoredStatement) => void
  /** Counts again the attempt of a statement that does not count any more. */
  refold: (organisationId: string, statement: StoredStatement) => void
  forget: () => void
}

export function openRollups(statements: StatementsDb, iriBase: string): Rollups {
  const rows = attemptRows(statements)
  const editions = editionIds(statements)
  const addCells = cellWriter(statements)
  const remarks = remarkRows(statements)

  function replace(organisationId: string, attempt: AttemptName, change: Change): number {
    const editionId = editions.of(organisationId, attempt)
    const before = rows.read(editionId, attempt.registration)
    const after = change(before)
    rows.write(editionId, attempt.registration, after)
    addCells(editionId, difference(cellsOf(before), cellsOf(after)))
    return editionId
  }

  return {
    forget: editions.forget,
    fold: (organisationId, statement) => {
      const event = readEvent(statement, iriBase)
      if (!event) return
      const { attempt } = event
      const editionId = replace(organisationId, attempt, (facts) => foldEvent(facts, event))
      remarks.add(editionId, event)
    },
    refold: (organisationId, statement) => {
      const event = readEvent(statement, iriBase)
      if (!event) return
      const { attempt } = event
      const { registration } = attempt
      const left = readRegistration(statements, { organisationId, registration })
      const editionId = replace(organisationId, attempt, () => foldAll(left, attempt, iriBase))
      remarks.remove(editionId, event)
    },
  }
}

type Change = (before: Facts | null) => Facts | null

function cellsOf(facts: Facts | null) {
  return facts ? contributions(facts) : []
}

function foldAll(
  statements: StoredStatement[],
  attempt: AttemptName,
  iriBase: string,
): Facts | null {
  let facts: Facts | null = null
  for (const statement of statements) {
    const event = readEvent(statement, iriBase)
    if (event && isSameAttempt(event.attempt, attempt)) facts = foldEvent(facts, event)
  }
  return facts
}

function isSameAttempt(a: AttemptName, b: AttemptName): boolean {
  return (
    a.registration === b.registration &&
    a.moduleId === b.moduleId &&
    a.digest === b.digest &&
    a.major === b.major &&
    a.minor === b.minor
  )
}
