import { currentFormat, type StoredDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { french, inline } from './french-text.ts'
import { asset } from './media.ts'

/** What is asked, what may be chosen, and what is said to whoever chose it. */
export type Choice = { text: string; feedback: string; correct?: true }

/** Writes the nodes of one module. `prefix`: three characters of `0-9a-z`. */
export function writer(prefix: string): ModuleWriter {
  return new ModuleWriter(prefix)
}

/**
 * Each node takes a key, unique in the module: at most seven characters, six for lists, callouts
 * and questions, five for tables and accordions, whose parts are named after them. Its id is the
 * prefix and the key, so it never changes when other nodes are added.
 */
class ModuleWriter {
  constructor(private readonly prefix: string) {}

  section(key: string, title: string, ...elements: NodeJson[]): NodeJson {
    return this.node('section', key, [words('sectionTitle', title), ...elements])
  }

  paragraph(key: string, text: string): NodeJson {
    return this.node('paragraph', key, inline(text))
  }

  heading(key: string, text: string): NodeJson {
    return this.node('heading', key, inline(text), { level: 3 })
  }

  bulletList(key: string, ...items: string[]): NodeJson {
    return this.node('bulletList', key, this.listItems(key, items))
  }

  orderedList(key: string, ...items: string[]): NodeJson {
    return this.node('orderedList', key, this.listItems(key, items))
  }

  callout(key: string, kind: string, ...texts: string[]): NodeJson {
    return this.node('callout', key, this.paragraphs(key, texts), { kind })
  }

  accordion(key: string, ...items: { title: string; texts: string[] }[]): NodeJson {
    const content = items.map(({ title, texts }, index) => {
      const itemKey = `${key}${'abcdef'[index]}`
      const opened = this.paragraphs(itemKey, texts)
      return this.node('accordionItem', itemKey, [words('accordionTitle', title), ...opened])
    })
    return this.node('accordion', key, content)
  }

  /** The cells of the first row name the columns, those of the first column the rows. */
  table(key: string, caption: string, rows: string[][]): NodeJson {
    const content = rows.map((cells, row) => ({
      type: 'tableRow',
      content: cells.map((cell, column) => ({
        type: row === 0 || column === 0 ? 'tableHeader' : 'tableCell',
        content: [this.paragraph(`${key}${row}${'abcdef'[column]}`, cell)],
      })),
    }))
    return this.node('table', key, content, { caption: french(caption) })
  }

  image(key: string, file: string, texts: Texts): NodeJson {
    return this.leaf('image', key, { asset: asset(file), ...frenchTexts(texts) })
  }

  video(key: string, files: Media & { poster: string }, texts: Texts): NodeJson {
    return this.leaf('video', key, { ...digests(files), ...frenchTexts(texts) })
  }

  audio(key: string, files: Media, texts: Texts): NodeJson {
    return this.leaf('audio', key, { ...digests(files), ...frenchTexts(texts) })
  }

  attachment(key: string, file: string, title: string): NodeJson {
    return this.leaf('attachment', key, { asset: asset(file), title: french(title) })
  }

  /** `after` is said to everyone, once the question is answered. */
  singleChoice(key: string, asked: string, choices: Choice[], after = ''): NodeJson {
    const answers = [...this.choices(key, choices), words('feedback', after)]
    return this.node('singleChoice', key, [words('prompt', asked), ...answers])
  }

  multipleChoice(key: string, asked: string, choices: Choice[], after = ''): NodeJson {
    const answers = [...this.choices(key, choices), words('feedback', after)]
    return this.node('multipleChoice', key, [words('prompt', asked), ...answers])
  }

  trueFalse(key: string, asked: string, answer: boolean, said: Said): NodeJson {
    const content = [words('prompt', asked), ...said.map((text) => words('feedback', text))]
    return this.node('trueFalse', key, content, { answer })
  }

  numeric(key: string, asked: string, truth: NumericKey, said: Said): NodeJson {
    const content = [words('prompt', asked), ...said.map((text) => words('feedback', text))]
    return this.node('numeric', key, content, truth)
  }

  private node(type: string, key: string, content: NodeJson[], attrs = {}): NodeJson {
    return { ...this.leaf(type, key, attrs), content }
  }

  private leaf(type: string, key: string, attrs: Record<string, unknown>): NodeJson {
    return { type, attrs: { id: (this.prefix + key).padEnd(10, '0'), ...attrs } }
  }

  private paragraphs(key: string, texts: string[]): NodeJson[] {
    return texts.map((text, index) => this.paragraph(`${key}${index + 1}`, text))
  }

  private listItems(key: string, texts: string[]): NodeJson[] {
    return this.paragraphs(key, texts).map((item) => ({ type: 'listItem', content: [item] }))
  }

  private choices(key: string, choices: Choice[]): NodeJson[] {
    return choices.map(({ text, feedback, correct = false }, index) => {
      const content = [words('choiceText', text), words('feedback', feedback)]
      return this.node('choice', `${key}${index + 1}`, content, { correct })
    })
  }
}

type Texts = Record<string, string>
type Media = { asset: string; captions: string }
type NumericKey = { value: number; tolerance: number | null; unit: string }
/** To whoever said true (or the right number), to whoever said false (or another one). */
type Said = [string, string]

export function storedDocument(...sections: NodeJson[]): StoredDocument {
  return { format: currentFormat, doc: { type: 'doc', content: sections } }
}

function words(type: string, text: string): NodeJson {
  return text === '' ? { type } : { type, content: inline(text) }
}

function frenchTexts(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, french(text)]))
}

function digests(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([role, file]) => [role, asset(file)]))
}
