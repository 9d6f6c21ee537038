import type { Finding } from '#content-schema/finding.ts'
import { textNode } from '#content-schema/foreign-html/inline.ts'
import { Losses } from '#content-schema/foreign-html/losses.ts'
import { mostNodes } from '#content-schema/foreign-html/most-nodes.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { type ImportCode, type Imported, type ImportedFile, importFinding } from './imported.ts'

/** What a file of questions costs as it is read: words lost, and questions by place and name. */
export type QuestionReading = {
  language: string
  losses: Losses
  /** Pictures that the questions show. */
  files: ImportedFile[]
  /** The question being read: its place in the file, from 1, and how it is called. */
  place: number
  name: string
  said: Map<ImportCode, string[]>
}

/** The questions of one category. */
export type Part = { title: string; nodes: NodeJson[] }

/** Questions named in one finding; a longer list says so. */
const mostNamed = 40

export function newReading(language: string): QuestionReading {
  return { language, losses: new Losses(), files: [], place: 0, name: '', said: new Map() }
}

/** Goes on to the next question of the file. */
export function begin(reading: QuestionReading, name: string): void {
  reading.place++
  reading.name = name
}

/** Says something of the question being read, once. */
export function say({ said, place, name }: QuestionReading, code: ImportCode): void {
  const words = name
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = words.length > 60 ? `${words.slice(0, 59)}…` : words
  const named = said.get(code) ?? []
  const line = `${place}. ${short}`.trim()
  if (!named.includes(line)) said.set(code, [...named, line])
}

/** What a file of questions comes to: one section a category that has some. */
export function importedQuestions(reading: QuestionReading, parts: Part[]): Imported {
  const count = parts.reduce((sum, { nodes }) => sum + nodes.length, 0)
  if (count > mostNodes) return tooMany()
  const sections = parts.filter(({ nodes }) => nodes.length > 0).map(sectionOf)
  return { title: '', sections, files: reading.files, findings: findingsOf(reading) }
}

/** `$course$/top/Quai` → `Quai` */
export function categoryTitle(path: string): string {
  return path.split('/').at(-1)?.trim() ?? ''
}

function tooMany(): Imported {
  const losses = new Losses()
  losses.add('foreign.too-many-nodes')
  return { title: '', sections: [], files: [], findings: losses.findings() }
}

function findingsOf({ losses, said }: QuestionReading): Finding[] {
  const questions = [...said].map(([code, names]) =>
    importFinding(code, names.length, names, mostNamed),
  )
  return [...losses.findings(), ...questions]
}

function sectionOf({ title, nodes }: Part): NodeJson {
  const content = title ? [textNode(title, [])] : []
  return { type: 'section', content: [{ type: 'sectionTitle', content }, ...nodes] }
}
