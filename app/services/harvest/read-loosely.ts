import { SaxesParser } from 'saxes'
import type { Element } from '#packaging/xml/parse-xml.ts'

/** More elements, or a deeper tree, is no answer of a bank. */
const most = { elements: 300_000, depth: 60 }

/**
 * Reads XML as other banks write it: with a declaration that is wrong or stands too late, letters of
 * another encoding, control characters, `&` alone, entities of HTML, prefixes that nobody declared.
 * Names are without prefix. A document type is left out unread: nothing of it is expanded or fetched.
 *
 * @returns `null` when there is nothing to be understood
 */
export function readLoosely(bytes: Buffer): Element | null {
  const parser = new SaxesParser({ xmlns: false })
  const top = { name: '', namespace: '', attributes: {}, children: [], text: '', line: 1 }
  const open: Element[] = [top]
  let count = 0
  // What is not well-formed is read on over.
  parser.on('error', () => undefined)
  parser.on('opentag', ({ name, attributes }) => {
    count += 1
    if (count > most.elements || open.length > most.depth) throw new RangeError('too much')
    const own = Object.entries(attributes).map(([key, value]) => [localName(key), value])
    const element: Element = {
      ...{ name: localName(name), namespace: '', attributes: Object.fromEntries(own) },
      ...{ children: [], text: '', line: parser.line },
    }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  const add = (text: string) => {
    open.at(-1)!.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    if (open.length > 1) open.pop()
  })
  try {
    parser.write(mended(bytes)).close()
  } catch {
    return null
  }
  return (top.children as Element[])[0] ?? null
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1)
}

function mended(bytes: Buffer): string {
  const text = decoded(bytes)
  const start = Math.max(0, text.indexOf('<'))
  return text
    .slice(start)
    .replace(/<\?xml[^>]{0,300}\?>/g, '')
    .replace(/<!DOCTYPE[^[>]{0,2000}(\[[^\]]{0,20000}\]\s*)?>/gi, '')
    .replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, ' ')
    .replace(/&(?:#(\d{1,7}|x[0-9a-f]{1,6});|(\w{1,20});)?/gi, entity)
    .trim()
}

/** By the byte order, or by what it says of itself; what is not so after all is Windows's. */
function decoded(bytes: Buffer): string {
  const head = bytes.subarray(0, 200).toString('latin1')
  const named = /encoding\s*=\s*["']([\w.-]{1,40})["']/i.exec(head)?.[1] ?? 'utf-8'
  const encoding = bytes[0] === 0xfe || bytes[0] === 0xff ? 'utf-16' : named
  for (const label of [encoding, 'utf-8']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      // Not what it says it is.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

const ofXml = ['amp', 'lt', 'gt', 'quot', 'apos']
const ofHtml: Record<string, string> = {
  ...{ nbsp: ' ', eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', agrave: 'à', acirc: 'â' },
  ...{ ccedil: 'ç', icirc: 'î', iuml: 'ï', ocirc: 'ô', ugrave: 'ù', ucirc: 'û', uuml: 'ü' },
  ...{ Eacute: 'É', Egrave: 'È', Agrave: 'À', Ccedil: 'Ç', oelig: 'œ', OElig: 'Œ', aelig: 'æ' },
  ...{ laquo: '«', raquo: '»', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', hellip: '…' },
  ...{ ndash: '–', mdash: '—', euro: '€', deg: '°', copy: '©', middot: '·' },
}

/** Whatever is no entity of XML is written out, or shown as it stands. */
function entity(whole: string, number: string | undefined, name: string | undefined): string {
  if (name !== undefined && ofXml.includes(name)) return whole
  if (name !== undefined && ofHtml[name]) return ofHtml[name]
  if (number !== undefined) return characterOf(number)
  return `&amp;${whole.slice(1)}`
}

function characterOf(number: string): string {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number)
  const allowed = code === 9 || code === 10 || (code >= 32 && code < 0xd800)
  const beyond = code >= 0xe000 && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff
  return allowed || beyond ? `&#${code};` : ' '
}
