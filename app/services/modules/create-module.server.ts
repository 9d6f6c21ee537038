import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, modules } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { recordContribution } from '#app/services/review/contributors.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import { currentFormat } from '#content-schema/document.ts'
import { type NodeJson, newId, withIds } from '#content-schema/identity.ts'
import type { Alignment, ModuleFacts } from '#content-schema/module.ts'

export type NewModule = {
  title: string
  code: string
  language: string
  author: { id: string; name: string }
  organisationId: string
  /** A path orders other modules; absent: a module that is written. */
  kind?: 'path' | undefined
  /** What it is made for; absent: nothing yet. */
  alignments?: Alignment[]
  now: Date
}

/** Opens an empty draft, tied to what it is made for, and gives its module's id. */
export function createModule(bank: Pick<Bank, 'transaction'>, request: NewModule): string {
  const id = newId()
  return bank.transaction((tx) => {
    refuseTakenCode(tx, request)
    const at = request.now.getTime()
    const { organisationId, code, author, alignments = [] } = request
    tx.insert(modules)
      .values({ id, organisationId, code, authorId: author.id, createdAt: at })
      .run()
    tx.insert(drafts)
      .values({
        moduleId: id,
        version: 1,
        facts: firstFacts(request),
        alignments,
        document: { format: currentFormat, doc: emptyDocument() },
        savedAt: at,
        savedBy: author.id,
      })
      .run()
    recordContribution(tx, { moduleId: id, personId: author.id, savedAt: at })
    const details = { code }
    recordEvent(tx, {
      at,
      organisationId,
      personId: author.id,
      action: 'module.created',
      object: id,
      details,
    })
    indexModule(tx, id, request.now)
    return id
  })
}

/** @throws UserError `module.code-taken` (409) */
export function refuseTakenCode(
  tx: Pick<Bank, 'select'>,
  {
    code,
    organisationId,
    moduleId,
  }: { code: string; organisationId: string; moduleId?: string },
): void {
  const holder = tx
    .select({ id: modules.id })
    .from(modules)
    .where(and(eq(modules.organisationId, organisationId), eq(modules.code, code)))
    .get()
  if (holder && holder.id !== moduleId) throw new UserError('module.code-taken', { code }, 409)
}

function firstFacts({ title, code, language, author, kind }: NewModule): ModuleFacts {
  return {
    title,
    code,
    language,
    summary: '',
    objective: '',
    level: 'beginner',
    minutes: 10,
    audience: '',
    modality: 'self-paced',
    prerequisites: '',
    keywords: [],
    licence: 'cc-by-4.0',
    authors: [author.name],
    masteryPercent: 70,
    ...(kind && { kind }),
  }
}

function emptyDocument(): NodeJson {
  const section = {
    type: 'section',
    content: [{ type: 'sectionTitle' }, { type: 'paragraph' }],
  }
  return withIds({ type: 'doc', content: [section] })
}
