import type { Node } from 'prosemirror-model'
import type { Finding } from '../finding.ts'

/** Scripts that a voice of another language cannot read, with the languages that are written in them. */
const scripts = [
  { words: /\p{Script=Cyrillic}{3,}/u, languages: ['uk', 'ru', 'bg', 'sr', 'be', 'mk', 'kk'] },
  { words: /\p{Script=Arabic}{3,}/u, languages: ['ar', 'fa', 'ur', 'ps', 'ckb', 'ug'] },
  { words: /\p{Script=Greek}{3,}/u, languages: ['el', 'grc'] },
  { words: /\p{Script=Hebrew}{3,}/u, languages: ['he', 'yi'] },
  {
    words: /\p{Script=Han}{2,}|[\p{Script=Hiragana}\p{Script=Katakana}]{2,}/u,
    languages: ['zh', 'ja'],
  },
]

/** Words in a script that their language is not written in: they carry no mark of theirs (RGAA 8.7). */
export function languageFindings(doc: Node, language: string): Finding[] {
  return below(doc, { language, ownerId: null })
}

type Around = { language: string; ownerId: string | null }

function below(node: Node, around: Around): Finding[] {
  const own = {
    language: node.attrs.lang || around.language,
    ownerId: node.attrs.id || around.ownerId,
  }
  if (!node.inlineContent) return node.children.flatMap((child) => below(child, own))
  const unread = node.children.map((inline) => unreadIn(inline, own.language)).find(Boolean)
  if (!unread) return []
  const code = 'accessibility.script-of-another-language'
  return [{ code, severity: 'warns', nodeId: own.ownerId, params: { text: unread } }]
}

/** The first words that a voice of this language would pass over. */
function unreadIn(inline: Node, around: string): string | null {
  const mark = inline.marks.find(({ type }) => type.name === 'language')
  const language = String(mark?.attrs.lang ?? around).split('-')[0] ?? ''
  for (const { words, languages } of scripts) {
    const found = languages.includes(language) ? null : words.exec(inline.text ?? '')
    if (found) return found[0]
  }
  return null
}
