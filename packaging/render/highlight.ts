import hljs from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import c from 'highlight.js/lib/languages/c'
import cpp from 'highlight.js/lib/languages/cpp'
import csharp from 'highlight.js/lib/languages/csharp'
import css from 'highlight.js/lib/languages/css'
import go from 'highlight.js/lib/languages/go'
import ini from 'highlight.js/lib/languages/ini'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import php from 'highlight.js/lib/languages/php'
import powershell from 'highlight.js/lib/languages/powershell'
import python from 'highlight.js/lib/languages/python'
import ruby from 'highlight.js/lib/languages/ruby'
import rust from 'highlight.js/lib/languages/rust'
import sql from 'highlight.js/lib/languages/sql'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import type { CodeLanguage } from '#content-schema/nodes/code-block.ts'
import { type Child, h } from './html.ts'

const languages = {
  bash,
  c,
  cpp,
  csharp,
  css,
  go,
  ini,
  java,
  javascript,
  json,
  php,
  powershell,
  python,
  ruby,
  rust,
  sql,
  typescript,
  xml,
  yaml,
} satisfies Record<Exclude<CodeLanguage, 'plain'>, unknown>

for (const [name, language] of Object.entries(languages)) {
  hljs.registerLanguage(name, language)
}

/** The tree that highlight.js makes before it would write HTML; it is never asked to write any. */
type Token = string | { scope?: string; children: Token[] }

/** Code as spans with a class for what each piece is; plain text for a language that is not known. */
export function highlighted(code: string, language: CodeLanguage): Child {
  if (language === 'plain') return code
  const { _emitter } = hljs.highlight(code, { language, ignoreIllegals: true })
  const { rootNode } = _emitter as unknown as { rootNode: { children: Token[] } }
  return rootNode.children.map(spanOf)
}

function spanOf(token: Token): Child {
  if (typeof token === 'string') return token
  const kind = /^[a-z]+/.exec(token.scope ?? '')?.[0]
  const inside = token.children.map(spanOf)
  return kind ? h('span', { class: `code-${kind}` }, ...inside) : inside
}
