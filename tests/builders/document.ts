import { Node } from 'prosemirror-model'
import { type StoredDocument, writeDocument } from '#content-schema/document.ts'
import { carriesId, type NodeJson } from '#content-schema/identity.ts'
import { schema } from '#content-schema/schema.ts'

/** A SHA-256 for tests in which no file is opened. */
export const anyDigest = 'a'.repeat(64)

type Attrs = Record<string, unknown>
type Inline = string | NodeJson

/**
 * A document, not checked: call `check()` or pass it to `readDocument`. What does not stand in a
 * section is put in one. Nodes without an id get `paragr0001`, `paragr0002` … `single0001` … in
 * the order they stand (those that have one count too), so that a test can name them.
 */
export function doc(...parts: NodeJson[]): Node {
  return Node.fromJSON(schema, numbered({ type: 'doc', content: inSections(parts) }))
}

/** As {@link doc}, in the shape that a database row holds. */
export function storedDoc(...parts: NodeJson[]): StoredDocument {
  return writeDocument(doc(...parts))
}

export function section(title: string, ...elements: NodeJson[]): NodeJson {
  return node('section', {}, [textOf('sectionTitle', [title]), ...elements])
}

/** The same node under an id of the test's choice: ten characters of `0-9a-z`. */
export function withId(id: string, piece: NodeJson): NodeJson {
  return { ...piece, attrs: { ...piece.attrs, id } }
}

export function paragraph(...inline: Inline[]): NodeJson {
  return textOf('paragraph', inline)
}

export function heading(level: 3 | 4, ...inline: Inline[]): NodeJson {
  return { ...textOf('heading', inline), attrs: { level } }
}

export function bulletList(...items: Inline[]): NodeJson {
  return node('bulletList', {}, items.map(listItem))
}

export function orderedList(...items: Inline[]): NodeJson {
  return node('orderedList', {}, items.map(listItem))
}

export function callout(kind: string, ...flow: NodeJson[]): NodeJson {
  return node('callout', { kind }, flow)
}

export function accordion(...items: NodeJson[]): NodeJson {
  return node('accordion', {}, items)
}

export function accordionItem(title: string, ...flow: NodeJson[]): NodeJson {
  return node('accordionItem', {}, [textOf('accordionTitle', [title]), ...flow])
}

/** Rows of texts; those of the first row are header cells unless told otherwise. */
export function table(rows: string[][], { headers = true } = {}): NodeJson {
  const content = rows.map((cells, row) => {
    const type = headers && row === 0 ? 'tableHeader' : 'tableCell'
    return node(
      'tableRow',
      {},
      cells.map((cell) => node(type, {}, [paragraph(cell)])),
    )
  })
  return node('table', {}, content)
}

export function image(attrs: Attrs = {}): NodeJson {
  return node('image', { asset: anyDigest, alt: 'Un extincteur à eau', ...attrs })
}

export function video(attrs: Attrs = {}): NodeJson {
  return node('video', { ...played, ...attrs })
}

export function audio(attrs: Attrs = {}): NodeJson {
  return node('audio', { ...played, ...attrs })
}

export function attachment(attrs: Attrs = {}): NodeJson {
  return node('attachment', { asset: anyDigest, title: 'Fiche mémo', ...attrs })
}

export function prompt(...inline: Inline[]): NodeJson {
  return textOf('prompt', inline)
}

export function right(text: string, feedback = ''): NodeJson {
  return choice(true, text, feedback)
}

export function wrong(text: string, feedback = ''): NodeJson {
  return choice(false, text, feedback)
}

export function singleChoice(attrs: Attrs, asked: Inline, ...choices: NodeJson[]): NodeJson {
  return node('singleChoice', attrs, [asPrompt(asked), ...choices, textOf('feedback', [])])
}

export function multipleChoice(attrs: Attrs, asked: Inline, ...choices: NodeJson[]): NodeJson {
  return node('multipleChoice', attrs, [asPrompt(asked), ...choices, textOf('feedback', [])])
}

/** `ifTrue` and `ifFalse` are said to whoever answered so. */
export function trueFalse(attrs: Attrs, asked: Inline, ifTrue = '', ifFalse = ''): NodeJson {
  return node('trueFalse', attrs, [asPrompt(asked), ...feedbacks(ifTrue, ifFalse)])
}

export function numeric(attrs: Attrs, asked: Inline, ifRight = '', ifWrong = ''): NodeJson {
  return node('numeric', attrs, [asPrompt(asked), ...feedbacks(ifRight, ifWrong)])
}

export function link(href: string, text: string): NodeJson {
  return marked(text, 'link', { href })
}

export function bold(text: string): NodeJson {
  return marked(text, 'bold')
}

/** Words under any mark of the schema. */
export function marked(text: string, type: string, attrs?: Attrs): NodeJson {
  return { type: 'text', text, marks: [attrs ? { type, attrs } : { type }] }
}

const played = {
  asset: anyDigest,
  title: 'La méthode en quatre gestes',
  captions: anyDigest,
  transcript: 'On retire la goupille.',
}

function node(type: string, attrs: Attrs, content?: NodeJson[]): NodeJson {
  return content ? { type, attrs, content } : { type, attrs }
}

/** A node of words; no words, no content: ProseMirror has no empty text. */
function textOf(type: string, inline: Inline[]): NodeJson {
  const content = inline
    .filter((each) => each !== '')
    .map((each) => (typeof each === 'string' ? { type: 'text', text: each } : each))
  return content.length > 0 ? { type, content } : { type }
}

function listItem(item: Inline): NodeJson {
  return { type: 'listItem', content: [isBlock(item) ? item : paragraph(item)] }
}

function isBlock(item: Inline): item is NodeJson {
  return typeof item !== 'string' && item.type === 'paragraph'
}

function choice(correct: boolean, text: string, feedback: string): NodeJson {
  return node('choice', { correct }, [
    textOf('choiceText', [text]),
    textOf('feedback', [feedback]),
  ])
}

function asPrompt(asked: Inline): NodeJson {
  return typeof asked !== 'string' && asked.type === 'prompt' ? asked : prompt(asked)
}

function feedbacks(...texts: string[]): NodeJson[] {
  return texts.map((text) => textOf('feedback', [text]))
}

function inSections(parts: NodeJson[]): NodeJson[] {
  const loose = parts.filter(({ type }) => type !== 'section')
  const sections = parts.filter(({ type }) => type === 'section')
  return loose.length > 0 ? [section('Première section', ...loose), ...sections] : sections
}

function numbered(root: NodeJson): NodeJson {
  const counts = new Map<string, number>()
  const number = (each: NodeJson): NodeJson => ({
    ...each,
    ...(carriesId(each.type) && { attrs: { id: nextId(each.type, counts), ...each.attrs } }),
    ...(each.content && { content: each.content.map(number) }),
  })
  return number(root)
}

function nextId(type: string, counts: Map<string, number>): string {
  const stem = type.toLowerCase().slice(0, 6)
  const count = (counts.get(stem) ?? 0) + 1
  counts.set(stem, count)
  return stem + String(count).padStart(10 - stem.length, '0')
}
