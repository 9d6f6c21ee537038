import type { Finding } from '#content-schema/finding.ts'
import { textNode } from '#content-schema/foreign-html/inline.ts'
import { Losses } from '#content-schema/foreign-html/losses.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { type ImportCode, importFinding } from './imported.ts'

/** What a file of questions costs as it is read: words lost, and questions by name. */
export type QuestionReading = {
  language: string
  losses: Losses
  said: Map<ImportCode, string[]>
}

/** The questions of one category. */
export type Part = { title: string; nodes: NodeJson[] }

export function newReading(language: string): QuestionReading {
  return { language, losses: new Losses(), said: new Map() }
}

export function say({ said }: QuestionReading, code: ImportCode, name: string): void {
  const line = name
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  said.set(code, [...(said.get(code) ?? []), line.length > 60 ? `${line.slice(0, 59)}…` : line])
}

export function findingsOf({ losses, said }: QuestionReading): Finding[] {
  const questions = [...said].map(([code, names]) =>
    importFinding(code, names.length, names.filter(Boolean)),
  )
  return [...losses.findings(), ...questions]
}

/** `$course$/top/Quai` → `Quai` */
export function categoryTitle(path: string): string {
  return path.split('/').at(-1)?.trim() ?? ''
}

/** One section a category that has questions. */
export function sectionsOfParts(parts: Part[]): NodeJson[] {
  return parts.filter(({ nodes }) => nodes.length > 0).map(sectionOf)
}

function sectionOf({ title, nodes }: Part): NodeJson {
  const content = title ? [textNode(title, [])] : []
  return { type: 'section', content: [{ type: 'sectionTitle', content }, ...nodes] }
}
