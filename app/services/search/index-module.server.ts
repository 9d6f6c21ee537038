import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { searchRecords, searchTerms, searchTexts } from '#app/db/schema/bank/index.ts'
import type { Draft } from '#app/services/modules/find-module.server.ts'
import {
  describeModule,
  describeShared,
  type ModuleDescription,
  readDraft,
} from './describe-module.server.ts'
import type { FacetValue } from './facets.ts'
import { bodyTokensOf, tokensOf } from './words.ts'

/** A transaction, or the database where nothing else has to hold together with the index. */
export type IndexWriter = Pick<Bank, 'select' | 'insert' | 'update' | 'delete' | 'run'>

/**
 * Writes what the search knows of a module, in the transaction that changed it. Words that are the
 * same as before are left alone: most saves change the text and nothing else, or the reverse.
 *
 * @param draft as it was just saved, where nothing else of the module changed: what others see of it
 *   is the same then, and is not looked at
 */
export function indexModule(tx: IndexWriter, moduleId: string, now: Date, draft?: Draft): void {
  write(tx, describeModule(tx, draft ?? readDraft(tx, moduleId), now))
  if (draft) return
  const shared = describeShared(tx, moduleId, now)
  if (shared) write(tx, shared)
  else removeShared(tx, moduleId)
}

function removeShared(tx: IndexWriter, moduleId: string): void {
  tx.delete(searchRecords)
    .where(and(eq(searchRecords.moduleId, moduleId), eq(searchRecords.describes, 'edition')))
    .run()
}

function write(tx: IndexWriter, description: ModuleDescription): void {
  const record = { ...description.record, terms: termsOf(tx, description.values) }
  const { moduleId, describes } = record
  const before = tx
    .select({ id: searchRecords.id, format: searchRecords.format, texts: searchTexts })
    .from(searchRecords)
    .innerJoin(searchTexts, eq(searchTexts.id, searchRecords.id))
    .where(and(eq(searchRecords.moduleId, moduleId), eq(searchRecords.describes, describes)))
    .get()
  if (!before) {
    addRecord(tx, record, description)
    return
  }
  tx.update(searchRecords).set(record).where(eq(searchRecords.id, before.id)).run()
  const changed = before.format !== record.format || differ(before.texts, description)
  if (changed) replaceWords(tx, before, description)
}

type Before = { id: number; format: number; texts: typeof searchTexts.$inferSelect }

function addRecord(
  tx: IndexWriter,
  record: typeof searchRecords.$inferInsert,
  description: ModuleDescription,
): void {
  const { id } = tx.insert(searchRecords).values(record).returning().get()
  tx.insert(searchTexts)
    .values({ id, ...description.texts })
    .run()
  addLight(tx, id, description)
  addFull(tx, id, description)
}

/** A text that changed is in the full index only, where the facts stayed. */
function replaceWords(tx: IndexWriter, before: Before, description: ModuleDescription): void {
  const { id, texts, format } = before
  tx.update(searchTexts).set(description.texts).where(eq(searchTexts.id, id)).run()
  const { body: _, ...facts } = description.texts
  if (format !== description.record.format || differ(texts, { texts: facts })) {
    tx.run(sql`delete from search_light where rowid = ${id}`)
    addLight(tx, id, description)
  }
  tx.run(sql`delete from search_full where rowid = ${id}`)
  addFull(tx, id, description)
}

function differ(
  before: Before['texts'],
  { texts }: { texts: Partial<ModuleDescription['texts']> },
): boolean {
  return Object.entries(texts).some(([name, text]) => before[name as 'body'] !== text)
}

function addLight(tx: IndexWriter, id: number, { texts, language }: ModuleDescription): void {
  tx.run(sql`insert into search_light (rowid, title, competencies, summary)
    values (${id}, ${lightColumns(texts, language)})`)
}

function addFull(tx: IndexWriter, id: number, { texts, language }: ModuleDescription): void {
  tx.run(sql`insert into search_full (rowid, title, competencies, summary, body)
    values (${id}, ${lightColumns(texts, language)}, ${bodyTokensOf(texts.body, language)})`)
}

/** The code is found as the title is: people who know it expect nothing else first. */
function lightColumns(texts: ModuleDescription['texts'], language: string): SQL {
  const { title, code, competencies, objective, summary, keywords } = texts
  const columns = [
    `${title} ${code}`,
    competencies,
    [objective, summary, keywords].join('\n'),
  ].map((text) => tokensOf(text, language))
  return sql.join(
    columns.map((tokens) => sql`${tokens}`),
    sql`, `,
  )
}

/** Ids of values, made where they are new, in order and between commas. */
function termsOf(tx: IndexWriter, values: readonly FacetValue[]): string {
  const known = new Map(
    knownTerms(tx, values).map(({ id, facet, value }) => [`${facet} ${value}`, id]),
  )
  const ids = values.map(
    ([facet, value]) => known.get(`${facet} ${value}`) ?? addTerm(tx, facet, value),
  )
  return `,${[...new Set(ids)].sort((a, b) => a - b).join(',')},`
}

function knownTerms(tx: IndexWriter, values: readonly FacetValue[]) {
  const { facet, value } = searchTerms
  return tx
    .select()
    .from(searchTerms)
    .where(
      sql`(${facet}, ${value}) in (select value ->> 0, value ->> 1 from json_each(${JSON.stringify(values)}))`,
    )
    .all()
}

/** The same value may stand twice among those of a module: the second finds the first. */
function addTerm(tx: IndexWriter, facet: string, value: string): number {
  return tx
    .insert(searchTerms)
    .values({ facet, value })
    .onConflictDoUpdate({ target: [searchTerms.facet, searchTerms.value], set: { value } })
    .returning()
    .get().id
}
