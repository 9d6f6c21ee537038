import type { NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault, nothingToFind } from '../element.ts'
import { type AttrsOf, element, oneOf, text } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'

/** Languages that are coloured; `plain` is not. */
export const codeLanguages = [
  'plain',
  'bash',
  'c',
  'cpp',
  'csharp',
  'css',
  'go',
  'ini',
  'java',
  'javascript',
  'json',
  'php',
  'powershell',
  'python',
  'ruby',
  'rust',
  'sql',
  'typescript',
  'xml',
  'yaml',
] as const
export type CodeLanguage = (typeof codeLanguages)[number]

const attrs = { ...elementAttrs, language: oneOf(codeLanguages), caption: text('', 500) }
export type CodeBlockAttrs = AttrsOf<typeof attrs>

/** Lines of code, with every space as it was written. */
const codeBlock: NodeSpec = {
  group: 'element',
  content: 'text*',
  marks: '',
  code: true,
  whitespace: 'pre',
  defining: true,
  isolating: true,
  ...element('pre', 'code-block', attrs),
}

export default defineElement({
  nodes: { codeBlock },
  names: { fr: 'Code', en: 'Code' },
  wave: 2,
  group: 'text',
  tracks: {},
  unfinished: ({ textContent }): Fault[] =>
    textContent.trim() === '' ? [{ code: 'codeBlock.empty', severity: 'blocks' }] : [],
  sentences: {
    empty: { fr: 'un bloc de code est vide.', en: 'This code block is empty.' },
  },
  // Text in a region that scrolls by keyboard; its colours say nothing that its words do not.
  accessibility: nothingToFind,
})
