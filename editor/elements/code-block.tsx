import { textblockTypeInputRule } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { codeLanguages } from '#content-schema/nodes/code-block.ts'
import { atStart, inNode, leavePart, whenEmpty } from '../commands/caret.ts'
import { changeTextblock } from '../commands/change-textblock.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { ChoiceField, TextField } from '../panels/fields.tsx'
import { shortcut } from '../run.ts'
import './code-block.css'

const words = {
  fr: {
    placeholder: 'Le code. Tab écrit un retrait, Entrée deux fois en fin de bloc en sort.',
    language: 'Langage',
    plain: 'Texte sans couleur',
    caption: 'Légende',
  },
  en: {
    placeholder: 'Your code (Tab to indent, Enter twice to leave)',
    language: 'Language',
    plain: 'Plain text',
    caption: 'Caption',
  },
}

const names: Record<Exclude<(typeof codeLanguages)[number], 'plain'>, string> = {
  bash: 'Bash',
  c: 'C',
  cpp: 'C++',
  csharp: 'C#',
  css: 'CSS',
  go: 'Go',
  ini: 'INI, TOML',
  java: 'Java',
  javascript: 'JavaScript',
  json: 'JSON',
  php: 'PHP',
  powershell: 'PowerShell',
  python: 'Python',
  ruby: 'Ruby',
  rust: 'Rust',
  sql: 'SQL',
  typescript: 'TypeScript',
  xml: 'HTML, XML',
  yaml: 'YAML',
}

const indent: Command = (state, dispatch) => {
  dispatch?.(state.tr.insertText('  ').scrollIntoView())
  return true
}

/** Takes one retreat away from the start of the line. */
const outdent: Command = (state, dispatch) => {
  const { $from } = state.selection
  const before = $from.parent.textContent.slice(0, $from.parentOffset)
  const lineStart = before.lastIndexOf('\n') + 1
  const line = $from.parent.textContent.slice(lineStart)
  const spaces = /^(?: {1,2}|\t)/.exec(line)?.[0].length ?? 0
  const from = $from.start() + lineStart
  if (spaces > 0) dispatch?.(state.tr.delete(from, from + spaces))
  return true
}

/** As in any text editor, a new line begins under the one before; an empty last line leaves. */
const newLine: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  const text = $from.parent.textContent
  const isEnd = $from.parentOffset === text.length
  if (empty && isEnd && /\n\s*$/.test(text)) {
    const blank = /\n\s*$/.exec(text)?.[0].length ?? 0
    if (dispatch && view) {
      dispatch(state.tr.delete($from.pos - blank, $from.pos))
      return leavePart(view.state, view.dispatch, view)
    }
    return true
  }
  const line = text.slice(0, $from.parentOffset).split('\n').at(-1) ?? ''
  const retreat = /^[ \t]*/.exec(line)?.[0] ?? ''
  dispatch?.(state.tr.insertText(`\n${retreat}`).scrollIntoView())
  return true
}

export default defineEditor('codeBlock', {
  rank: 10,
  icon: 'M7 5l-4 5 4 5M13 5l4 5-4 5',
  about: { fr: 'Des lignes de code, colorées', en: 'Code with syntax highlighting' },
  synonyms: 'code programme informatique snippet source pre javascript python sql html',
  create: () => json('codeBlock'),
  nodes: {
    codeBlock: {
      hint: ({ node }, { language }) => ({
        label: String(node.attrs.caption),
        placeholder: words[language].placeholder,
      }),
      keys: () => ({
        Tab: shortcut(inCode(indent)),
        'Shift-Tab': shortcut(inCode(outdent)),
        Enter: shortcut(inCode(newLine)),
        Backspace: shortcut(
          inNode('codeBlock', atStart(whenEmpty(changeTextblock('paragraph')))),
        ),
      }),
      rules() {
        return [textblockTypeInputRule({ find: /^```\s$/, type: this.type })]
      },
    },
  },
  settings: CodeSettings,
})

/** Also when several lines are selected. */
function inCode(command: Command): Command {
  return (state, dispatch, view) =>
    state.selection.$from.parent.type.name === 'codeBlock' &&
    state.selection.$from.sameParent(state.selection.$to) &&
    command(state, dispatch, view)
}

function CodeSettings({ node, words: { language }, set }: SettingsProps) {
  const said = words[language]
  return (
    <>
      <ChoiceField
        label={said.language}
        value={String(node.attrs.language)}
        options={codeLanguages.map((value) => ({
          value,
          label: value === 'plain' ? said.plain : names[value],
        }))}
        onChange={(chosen) => set({ language: chosen })}
      />
      <TextField
        label={said.caption}
        value={node.attrs.caption}
        longest={500}
        onChange={(caption) => set({ caption })}
      />
    </>
  )
}
