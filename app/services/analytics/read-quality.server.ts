import type { StatementsDb } from '#app/db/client.server.ts'
import {
  type Asked,
  countLearners,
  dayRows,
  type EditionRow,
  editionRows,
  lastStatementAt,
  sectionRows,
  timeRows,
} from './cells.server.ts'
import { wilson } from './intervals.ts'
import type { DayQuality, EditionQuality, ModuleQuality, SectionQuality } from './quality.ts'
import { readQuestions } from './read-questions.server.ts'
import { readRatings } from './read-ratings.server.ts'
import { type BucketCount, medianTime, timeBins } from './time-histogram.ts'

/**
 * What statements say of each edition of a module, from the rollups: nothing is scanned.
 *
 * @param asked without `organisationId`, of all organisations that sent statements about it
 */
export function readQuality(statements: StatementsDb, asked: Asked): ModuleQuality {
  const editions = sameEditions(editionRows(statements, asked))
    .map((rows) => readEdition(statements, rows))
    .filter(({ started }) => started > 0)
    .sort((a, b) => b.major - a.major || b.minor - a.minor || newest(b) - newest(a))
  return { moduleId: asked.moduleId, editions }
}

function newest({ lastStatementAt }: EditionQuality): number {
  return lastStatementAt ?? 0
}

/** Editions are kept by organisation: those of the same content go together. */
function sameEditions(rows: EditionRow[]): EditionRow[][] {
  const groups = new Map<string, EditionRow[]>()
  for (const row of rows) {
    const name = `${row.major}.${row.minor} ${row.digest}`
    groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return [...groups.values()]
}

function readEdition(statements: StatementsDb, rows: EditionRow[]): EditionQuality {
  const { major, minor, digest } = rows[0]!
  const ids = rows.map(({ id }) => id)
  const days = dayRows(statements, ids)
  const started = add(days, 'started')
  const completed = add(days, 'completed')
  const times = timeRows(statements, ids)
  const moduleTimes = times.filter(({ sectionId }) => sectionId === '')
  return {
    major,
    minor,
    digest,
    learners: countLearners(statements, ids),
    started,
    completed,
    completion: wilson(completed, started),
    passed: add(days, 'passed'),
    failed: add(days, 'failed'),
    medianActiveMs: medianTime(moduleTimes),
    activeTimes: timeBins(moduleTimes),
    sections: readSections(statements, ids, started, times),
    questions: readQuestions(statements, ids),
    ratings: readRatings(statements, ids),
    days: days.map(readDay),
    lastStatementAt: lastStatementAt(statements, ids),
  }
}

type DayRow = ReturnType<typeof dayRows>[0]

function add(days: DayRow[], column: Exclude<keyof DayRow, 'day'>): number {
  return days.reduce((sum, row) => sum + row[column], 0)
}

function readDay({ day, ...counts }: DayRow): DayQuality {
  return { date: new Date(day * 86_400_000).toISOString().slice(0, 10), ...counts }
}

function readSections(
  statements: StatementsDb,
  ids: number[],
  started: number,
  times: (BucketCount & { sectionId: string })[],
): SectionQuality[] {
  return sectionRows(statements, ids).map(({ sectionId, reached, stopped }) => ({
    sectionId,
    reached: wilson(reached, started),
    stopped: wilson(stopped, reached),
    medianActiveMs: medianTime(times.filter((time) => time.sectionId === sectionId)),
  }))
}
