import type { Editor } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { useEditor } from '@tiptap/react'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { Finding } from '#content-schema/finding.ts'
import { withIds } from '#content-schema/identity.ts'
import { currentPart } from './commands/current-part.ts'
import { storedDocument } from './document-json.ts'
import { elementEditors } from './elements/index.ts'
import { findingsKey, marksChange } from './extensions/findings.ts'
import { editorExtensions } from './extensions/index.ts'
import { keptUndo } from './extensions/kept-undo.ts'
import type { SlashState } from './extensions/slash-menu.ts'
import type { EditorHost } from './host.ts'
import type { ModuleEditorProps } from './module-editor.tsx'

/** What the extensions need of the component around them; none of it may change later. */
type Around = Pick<EditorHost, 'announce' | 'offerUndo' | 'openInsertMenu' | 'reportLosses'> & {
  setSlash: (state: SlashState | null) => void
  openFind: () => void
  onBin: () => void
  /** Id of the sentences that say how to use the editor. */
  helpId: string
}

const noFindings: readonly Finding[] = []
/** Of a paragraph in a section. */
const depthOfText = 2
const threshold = clearOf(80, 60)

/** One editor for the life of the component: nothing that changes later makes another one. */
export function useModuleEditor(props: ModuleEditorProps, around: Around): Editor | null {
  const { editable = true, findings = noFindings } = props
  const latest = useRef(props)
  latest.current = props
  const editor = useEditor({
    extensions: useExtensions(latest, around),
    content: useMemo(() => withIds(latest.current.document.doc), []),
    editable,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    // Nobody listens to what it tells of each deletion, and it looks for one at each key.
    enableCoreExtensions: { delete: false },
    editorProps: useEditorProps(props, around.helpId),
    onUpdate: ({ editor }) => latest.current.onChange(storedDocument(editor.state.doc)),
    onSelectionUpdate: ({ editor }) => latest.current.onSelect?.(selectedId(editor)),
  })
  useEffect(() => editor?.setEditable(editable, false), [editor, editable])
  useEffect(() => {
    if (editor && marksChange(editor.state, findings)) {
      editor.view.dispatch(editor.state.tr.setMeta(findingsKey, findings))
    }
  }, [editor, findings])
  return editor
}

function useExtensions(latest: RefObject<ModuleEditorProps>, around: Around) {
  const first = useRef(around).current
  return useMemo(() => {
    const props = () => latest.current as ModuleEditorProps
    const language = /^fr\b/.test(props().language) ? 'fr' : 'en'
    const host: EditorHost = {
      words: props().words,
      language,
      create: (name) => elementEditors[name].create(language),
      assetUrl: (digest, region) => props().assetUrl(digest, region),
      uploadAsset: (...sending) => props().uploadAsset(...sending),
      chooseStored: props().chooseStored ?? null,
      templates: props().templates ?? null,
      reuse: props().reuse ?? null,
      recents: props().recents ?? null,
      readText: async (digest) => (await props().readText?.(digest)) ?? '',
      announce: first.announce,
      offerUndo: first.offerUndo,
      openInsertMenu: first.openInsertMenu,
      reportLosses: first.reportLosses,
    }
    const { setSlash: onSlash, openFind, onBin } = first
    const { bin = null, undoStore: store = null } = props()
    const extensions = editorExtensions(host, { onSlash, openFind, onBin, bin })
    return [...extensions, keptUndo.configure({ store })]
  }, [latest, first])
}

/** How the text presents itself to assistive technology, and in which language it is written. */
function useEditorProps(
  { language, words, editable = true }: ModuleEditorProps,
  helpId: string,
) {
  return useMemo(
    () => ({
      attributes: {
        role: 'textbox',
        class: 'me-document',
        lang: language,
        spellcheck: 'true',
        'aria-label': words.editor.label,
        'aria-describedby': helpId,
        'aria-multiline': 'true',
        'aria-readonly': String(!editable),
      },
      handleDOMEvents: typingStaysHere,
      handleScrollToSelection: isCaretInView,
      // The toolbar covers the top; what is written stays clear of it and of the bottom edge.
      scrollThreshold: threshold,
      scrollMargin: clearOf(100, 120),
    }),
    [language, words, editable, helpId],
  )
}

/**
 * React hears every event of the page, and looks for who wants it in everything around the text:
 * a fifth of what a key costs. Of keys pressed in the text itself nobody there wants any but the
 * first; fields inside the text are theirs to hear.
 */
const stay = (view: EditorView, event: Event) => {
  if (event.target === view.dom) event.stopPropagation()
  return false
}
const typingStaysHere = { keypress: stay, textInput: stay, input: stay, keyup: stay }

/** The caret in text that stands in no box that scrolls: where it is in view, nothing is to be asked. */
function isCaretInView(view: EditorView): boolean {
  const { empty, $head } = view.state.selection
  if (!empty || !$head.parent.isTextblock || $head.depth > depthOfText) return false
  const { top, bottom } = view.coordsAtPos($head.pos, 1)
  return top > threshold.top && bottom < innerHeight - threshold.bottom
}

/** In pixels; less on a screen so low that there would be no line left between the two. */
function clearOf(top: number, bottom: number) {
  const atMost = (pixels: number) => Math.min(pixels, innerHeight / 4)
  return {
    get top() {
      return atMost(top)
    },
    get bottom() {
      return atMost(bottom)
    },
    left: 0,
    right: 0,
  }
}

function selectedId(editor: Editor): string | null {
  return (currentPart(editor.state)?.node.attrs.id as string | undefined) ?? null
}
