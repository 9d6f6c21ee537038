import { type Editor, Extension, type Range } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { PluginKey } from '@tiptap/pm/state'
import { findSuggestionMatch, Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import { canInsert } from '../commands/insert-element.ts'
import { hostOf } from '../host.ts'
import type { CatalogueEntry } from '../insert/catalogue.ts'
import { insertEntry } from '../insert/insert-entry.ts'
import { offersFor } from '../insert/offers.ts'

/** What the menu shows while an author types after `/`. */
export type SlashState = {
  entries: CatalogueEntry[]
  /** The entry that Enter inserts. */
  active: number
  /** Where the `/` stands on screen. */
  anchor: () => DOMRect | null
  choose: (entry: CatalogueEntry) => void
}

type Listener = (state: SlashState | null) => void

const key = new PluginKey('slash')

/** `/` at the start of a word in a paragraph opens the list of elements; what follows filters it. */
export const slashMenu = Extension.create<{ listen: Listener }>({
  name: 'slashMenu',
  addOptions: () => ({ listen: () => undefined }),
  addProseMirrorPlugins() {
    return [
      Suggestion<CatalogueEntry, CatalogueEntry>({
        pluginKey: key,
        editor: this.editor,
        char: '/',
        findSuggestionMatch: (search) =>
          hasSlash(search.$position) ? findSuggestionMatch(search) : null,
        allowSpaces: true,
        dismissOnOutsideClick: false,
        allow: ({ state }) => state.selection.$from.parent.type.name === 'paragraph',
        // "et / ou" is no search.
        items: ({ query, editor }) =>
          query.startsWith(' ')
            ? []
            : offersFor(query, hostOf(editor)).filter(({ name }) =>
                canInsert(editor.state, name),
              ),
        command: ({ editor, range, props }) => replaceWith(editor, range, props),
        render: () => keyboardList(this.options.listen),
      }),
    ]
  },
})

/** Asked at each key: most lines have no slash, and need not be searched for what follows it. */
function hasSlash({ parent }: ResolvedPos): boolean {
  return parent.children.some(({ text }) => text?.includes('/'))
}

function replaceWith(editor: Editor, { from, to }: Range, entry: CatalogueEntry): void {
  editor.view.dispatch(editor.state.tr.delete(from, to))
  insertEntry(editor, entry)
}

/** Follows the suggestion and turns arrows and Enter into a choice. */
function keyboardList(listen: Listener) {
  let shown: SlashState | null = null
  const show = (next: SlashState | null) => {
    shown = next
    listen(next)
  }
  const follow = (props: SuggestionProps<CatalogueEntry, CatalogueEntry>) => {
    if (props.loading) return
    show({
      entries: props.items,
      active: 0,
      anchor: () => props.clientRect?.() ?? null,
      choose: props.command,
    })
  }
  return {
    onStart: follow,
    onUpdate: follow,
    onExit: () => show(null),
    onKeyDown({ event }: { event: KeyboardEvent }): boolean {
      if (!shown || shown.entries.length === 0) return false
      const { entries, active, choose } = shown
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) {
        show({ ...shown, active: (active + step + entries.length) % entries.length })
        return true
      }
      const entry = entries[active]
      if (event.key !== 'Enter' || !entry) return false
      choose(entry)
      return true
    },
  }
}
