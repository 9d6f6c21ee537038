import type { Framework } from '#content-schema/competencies.ts'
import { bareFramework } from '../bare-framework.ts'
import { blocksFromItems, type Item } from '../blocks-from-items.ts'
import { FrameworkFileError } from '../rncp/framework-file-error.ts'
import type { Table } from './read-table.ts'

/** Columns by their place: their headings differ from one version of Moodle to the next. */
const columns = { parent: 0, id: 1, name: 2, description: 3, isFramework: 12 }

/** How many there are; and where Moodle cuts a short name, in characters, a last blank apart. */
const width = 14
const longestName = 99

export function isMoodle({ header }: Table): boolean {
  return header.length === width
}

/**
 * A framework as Moodle exports it (Site administration, Competencies). The number of a register
 * entry alone is kept for what comes from the register.
 *
 * @throws FrameworkFileError when it holds no competency, or one stands below itself
 * @see moodle/moodle, admin/tool/lpimportcsv
 */
export function readMoodle({ rows }: Table): Framework {
  const named = rows.find((row) => row[columns.isFramework] === '1')
  const items = rows.filter((row) => row !== named && row[columns.id]).map(itemOf)
  if (!named || items.length === 0) throw new FrameworkFileError('framework.no-competency')
  const { origin, label, description } = itemOf(named)
  const code = /^(RNCP|RS)\d+$/.test(origin) ? `${origin}-MOODLE` : origin
  const whole = { code, label }
  const blocks = blocksFromItems(items, whole)
  return bareFramework({
    code,
    kind: 'moodle',
    origin: `moodle:${origin}`,
    title: label || description,
    competencyBlocks: blocks,
  })
}

/** The identifier is the code too: it is what people see in Moodle. */
function itemOf(row: string[]): Item {
  const cell = (name: keyof typeof columns) => row[columns[name]] ?? ''
  const description = textOf(cell('description'))
  const label = wholeName(cell('name'), description)
  return {
    origin: cell('id'),
    parent: cell('parent') || null,
    code: cell('id'),
    label,
    description: description === label ? '' : description,
  }
}

/** A name that was cut is given whole by the description, where that begins with it. */
function wholeName(name: string, description: string): string {
  const cut = name.length >= longestName && description.startsWith(name.trimEnd())
  return cut ? (description.split('\n')[0] ?? name) : name
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

/** The words of a little HTML; it is only ever shown as text. */
function textOf(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/p>|<\/li>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/[ \t]+/g, ' ')
    .trim()
}
