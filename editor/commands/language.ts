import type { Command, EditorState } from '@tiptap/pm/state'
import { isLanguageTag } from '#content-schema/marks/language.ts'
import { currentMark, markedRange } from './marked-range.ts'

/** The language of the passage under the caret or selected; empty when it is the module's. */
export function currentLanguage(state: EditorState): string {
  return String(currentMark(state, state.schema.marks.language)?.attrs.lang ?? '')
}

/** Whether there are words to say the language of. */
export function hasPassage(state: EditorState): boolean {
  const { from, to } = markedRange(state, state.schema.marks.language)
  return from < to
}

/**
 * Says which language the selected words are in, or the whole passage under the caret.
 *
 * @param lang a BCP 47 tag; empty for the module's own
 * @returns `false` when it is no tag, or there are no words
 */
export function setLanguage(lang: string): Command {
  return (state, dispatch) => {
    const type = state.schema.marks.language
    if (!type || !hasPassage(state) || (lang !== '' && !isLanguageTag(lang))) return false
    const { from, to } = markedRange(state, type)
    const change = state.tr.removeMark(from, to, type)
    if (lang !== '') change.addMark(from, to, type.create({ lang }))
    dispatch?.(change.removeStoredMark(type))
    return true
  }
}
