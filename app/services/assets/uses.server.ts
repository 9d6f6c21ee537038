import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, editions, modules, revisions } from '#app/db/schema/bank/index.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { type NodeJson, walk } from '#content-schema/identity.ts'

/** An element of a draft that shows a file. */
export type FileUse = {
  moduleId: string
  moduleTitle: string
  nodeId: string
  /** Name of the node in the schema: `image`, `video` … */
  nodeName: string
  role: FileRole
  /** What is written about the file there: alternative text, title, caption. */
  words: string
}
export const fileRoles = ['asset', 'captions', 'poster'] as const
export type FileRole = (typeof fileRoles)[number]

/** Where the drafts of an organisation show files, by the SHA-256 of each. */
export function listUses(
  db: Pick<Bank, 'select'>,
  organisationId: string,
): Map<string, FileUse[]> {
  const rows = db
    .select({ moduleId: modules.id, facts: drafts.facts, document: drafts.document })
    .from(modules)
    .innerJoin(drafts, eq(drafts.moduleId, modules.id))
    .where(eq(modules.organisationId, organisationId))
    .all()
  const uses = new Map<string, FileUse[]>()
  for (const { moduleId, facts, document } of rows) {
    for (const { digest, ...use } of usesIn(document)) {
      const all = uses.get(digest) ?? []
      uses.set(digest, [...all, { moduleId, moduleTitle: facts.title, ...use }])
    }
  }
  return uses
}

/** The published editions of an organisation that show a file: they keep showing it. */
export function listEditionUses(
  db: Pick<Bank, 'select'>,
  { digest, organisationId }: { digest: string; organisationId: string },
): { moduleId: string; moduleTitle: string; number: string }[] {
  return db
    .select({
      moduleId: modules.id,
      facts: revisions.facts,
      document: revisions.document,
      major: editions.major,
      minor: editions.minor,
    })
    .from(editions)
    .innerJoin(revisions, eq(revisions.id, editions.revisionId))
    .innerJoin(modules, eq(modules.id, editions.moduleId))
    .where(eq(modules.organisationId, organisationId))
    .all()
    .filter(({ document }) => showsFile(document, digest))
    .map(({ moduleId, facts, major, minor }) => ({
      moduleId,
      moduleTitle: facts.title,
      number: `${major}.${minor}`,
    }))
}

/** Whether a document shows a file. */
export function showsFile(document: StoredDocument, digest: string): boolean {
  return usesIn(document).some((use) => use.digest === digest)
}

/** Read without the schema: a draft of an older format shows its files too. */
function usesIn(document: StoredDocument) {
  const uses: (Pick<FileUse, 'nodeId' | 'nodeName' | 'role' | 'words'> & { digest: string })[] =
    []
  walk(document.doc, ({ type, attrs }) => {
    for (const role of fileRoles) {
      const digest = attrs?.[role]
      if (typeof digest !== 'string') continue
      uses.push({
        digest,
        nodeId: String(attrs?.id),
        nodeName: type,
        role,
        words: wordsOf(attrs),
      })
    }
  })
  return uses
}

function wordsOf(attrs: NodeJson['attrs']): string {
  return ['alt', 'title', 'caption']
    .map((name) => attrs?.[name])
    .filter((text) => typeof text === 'string' && text !== '')
    .join(' ')
}
