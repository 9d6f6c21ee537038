import { currentFormat, type StoredDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { french, inline } from './french-text.ts'
import { asset } from './media.ts'

/** What is asked, what may be chosen, and what is said to whoever chose it. */
export type Choice = { text: string; feedback: string; correct?: true }

/**
 * Writes the nodes of one module. Each takes a key of at most seven characters (five when it holds
 * other nodes, named after it), unique in the
 * module; its id is the module's prefix and the key, so it never changes when others are added.
 *
 * @param prefix three characters of `0-9a-z`
 */
export function writer(prefix: string) {
  const id = (key: string) => (prefix + key).padEnd(10, '0')
  const attrs = (key: string, more: Record<string, unknown> = {}) => ({ id: id(key), ...more })
  const node = (type: string, key: string, content: NodeJson[], more = {}): NodeJson => ({
    type,
    attrs: attrs(key, more),
    content,
  })
  const leaf = (type: string, key: string, more: Record<string, unknown>): NodeJson => ({
    type,
    attrs: attrs(key, more),
  })

  const paragraph = (key: string, text: string) => node('paragraph', key, inline(text))
  const paragraphs = (key: string, texts: string[]) =>
    texts.map((text, index) => paragraph(`${key}${index + 1}`, text))
  const listItems = (key: string, texts: string[]) =>
    paragraphs(key, texts).map((item) => ({ type: 'listItem', content: [item] }))
  const choices = (key: string, given: Choice[]) =>
    given.map(({ text, feedback, correct = false }, index) =>
      node(
        'choice',
        `${key}${index + 1}`,
        [words('choiceText', text), words('feedback', feedback)],
        { correct },
      ),
    )

  return {
    id,
    paragraph,
    section: (key: string, title: string, ...elements: NodeJson[]) =>
      node('section', key, [words('sectionTitle', title), ...elements]),
    heading: (key: string, text: string) => node('heading', key, inline(text), { level: 3 }),
    bulletList: (key: string, ...items: string[]) =>
      node('bulletList', key, listItems(key, items)),
    orderedList: (key: string, ...items: string[]) =>
      node('orderedList', key, listItems(key, items)),
    callout: (key: string, kind: string, ...texts: string[]) =>
      node('callout', key, paragraphs(key, texts), { kind }),
    accordion: (key: string, ...items: { title: string; texts: string[] }[]) =>
      node(
        'accordion',
        key,
        items.map(({ title, texts }, index) => {
          const itemKey = `${key}${'abcdef'[index]}`
          const content = [words('accordionTitle', title), ...paragraphs(itemKey, texts)]
          return node('accordionItem', itemKey, content)
        }),
      ),
    /** The cells of the first row name the columns, those of the first column the rows. */
    table: (key: string, caption: string, rows: string[][]) =>
      node(
        'table',
        key,
        rows.map((cells, row) => ({
          type: 'tableRow',
          content: cells.map((cell, column) => ({
            type: row === 0 || column === 0 ? 'tableHeader' : 'tableCell',
            content: [paragraph(`${key}${row}${'abcdef'[column]}`, cell)],
          })),
        })),
        { caption: french(caption) },
      ),
    image: (key: string, file: string, texts: Record<string, string>) =>
      leaf('image', key, { asset: asset(file), ...frenchTexts(texts) }),
    video: (key: string, files: Media & { poster: string }, texts: Record<string, string>) =>
      leaf('video', key, { ...digests(files), ...frenchTexts(texts) }),
    audio: (key: string, files: Media, texts: Record<string, string>) =>
      leaf('audio', key, { ...digests(files), ...frenchTexts(texts) }),
    attachment: (key: string, file: string, title: string) =>
      leaf('attachment', key, { asset: asset(file), title: french(title) }),
    singleChoice: (key: string, asked: string, given: Choice[], after = '') =>
      question('singleChoice', key, asked, [...choices(key, given), words('feedback', after)]),
    multipleChoice: (key: string, asked: string, given: Choice[], after = '') =>
      question('multipleChoice', key, asked, [
        ...choices(key, given),
        words('feedback', after),
      ]),
    trueFalse: (key: string, asked: string, answer: boolean, said: Said) =>
      question('trueFalse', key, asked, said.map(feedback), { answer }),
    numeric: (key: string, asked: string, truth: NumericKey, said: Said) =>
      question('numeric', key, asked, said.map(feedback), truth),
  }

  function question(type: string, key: string, asked: string, rest: NodeJson[], more = {}) {
    return node(type, key, [words('prompt', asked), ...rest], more)
  }
}

type Media = { asset: string; captions: string }
type NumericKey = { value: number; tolerance: number | null; unit: string }
/** To whoever said true (or the right number), to whoever said false (or another one). */
type Said = [string, string]

export function storedDocument(...sections: NodeJson[]): StoredDocument {
  return { format: currentFormat, doc: { type: 'doc', content: sections } }
}

function feedback(text: string): NodeJson {
  return words('feedback', text)
}

function words(type: string, text: string): NodeJson {
  return text === '' ? { type } : { type, content: inline(text) }
}

function frenchTexts(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, french(text)]))
}

function digests(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([role, file]) => [role, asset(file)]))
}
