import { eq, inArray } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  modules,
  organisations,
  people,
  searchRecords,
  searchTexts,
} from '#app/db/schema/bank/index.ts'
import type { ModuleState } from '#app/services/modules/list-modules.server.ts'
import { finderOf, highlight, type Piece, snippet } from './snippets.ts'

export type FoundModule = {
  id: string
  code: string
  title: Piece[]
  /** What the learner can do afterwards; empty while nobody said. */
  objective: Piece[]
  /** Where the words stand, when neither title nor objective has them. */
  snippet: { in: 'summary' | 'keywords' | 'competencies' | 'body'; pieces: Piece[] } | null
  minutes: number
  author: string
  organisationId: string
  /** Whose module it is, where somebody else shares it; `null` for one's own. */
  organisation: string | null
  state: ModuleState
  edition: string | null
  savedAt: number
  publishedAt: number | null
}

/** What the page shows of some records, in their order, the words that were looked for told apart. */
export function readResults(
  bank: Pick<Bank, 'select'>,
  ids: readonly number[],
  { words, full }: { words: readonly string[]; full: boolean },
): FoundModule[] {
  const isFound = finderOf(words)
  const rows = new Map(readRows(bank, ids).map((row) => [row.record.id, row]))
  return ids.flatMap((id) => {
    const row = rows.get(id)
    if (!row) return []
    const { record, texts, author, organisationId } = row
    const organisation = record.describes === 'edition' ? row.organisation : null
    const title = highlight(texts.title, isFound)
    const objective = highlight(texts.objective, isFound)
    const seen = [...title, ...objective].some(({ found }) => found)
    const { state, minutes, edition, savedAt, publishedAt } = record
    return {
      ...{
        id: record.moduleId,
        code: texts.code,
        title,
        objective,
        minutes,
        author,
        organisation,
        organisationId,
      },
      ...{ state: state as ModuleState, edition, savedAt, publishedAt },
      snippet: seen && !full ? null : snippetOf(texts, isFound, full),
    }
  })
}

function readRows(bank: Pick<Bank, 'select'>, ids: readonly number[]) {
  return bank
    .select({
      record: searchRecords,
      texts: searchTexts,
      author: people.name,
      organisation: organisations.name,
      organisationId: organisations.id,
    })
    .from(searchRecords)
    .innerJoin(searchTexts, eq(searchTexts.id, searchRecords.id))
    .innerJoin(modules, eq(modules.id, searchRecords.moduleId))
    .innerJoin(people, eq(people.id, modules.authorId))
    .innerJoin(organisations, eq(organisations.id, modules.organisationId))
    .where(inArray(searchRecords.id, [...ids]))
    .all()
}

type Texts = typeof searchTexts.$inferSelect

function snippetOf(
  texts: Texts,
  isFound: (word: string) => boolean,
  full: boolean,
): FoundModule['snippet'] {
  const places = full
    ? (['body', 'summary', 'keywords', 'competencies'] as const)
    : (['summary', 'keywords', 'competencies'] as const)
  for (const place of places) {
    const pieces = snippet(texts[place], isFound)
    if (pieces) return { in: place, pieces }
  }
  return null
}
