import { EditorContent } from '@tiptap/react'
import {
  forwardRef,
  lazy,
  type ReactNode,
  type Ref,
  Suspense,
  useCallback,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { StoredDocument } from '#content-schema/document.ts'
import type { Finding } from '#content-schema/finding.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import type { Bin } from './bin.ts'
import { storedDocument } from './document-json.ts'
import type { UndoStore } from './extensions/kept-undo.ts'
import type { SlashState } from './extensions/slash-menu.ts'
import { goToNode } from './go-to-node.ts'
import type { ChooseStored, EditorHost, InsertRequest, UploadAsset } from './host.ts'
import { GapButton } from './menus/gap-button.tsx'
import { lossTitle } from './menus/loss-title.ts'
import { NodeBar } from './menus/node-bar.tsx'
import { Toolbar } from './menus/toolbar.tsx'
import { BinList } from './panels/bin-list.tsx'
import type { CompetencyName } from './panels/common-settings.tsx'
import { Outline } from './panels/outline.tsx'
import { Panel, type PanelName, PanelToggle } from './panels/panel.tsx'
import { Settings } from './panels/settings.tsx'
import type { Reuse } from './reuse.ts'
import { addKnownSection, showInstead } from './show-document.ts'
import './styles/index.css'
import type { Recents, Templates } from './templates.ts'
import { useModuleEditor } from './use-module-editor.ts'
import type { EditorWords } from './words/fr.ts'

/** Loaded when something is looked for. */
const FindBar = lazy(() => import('./find/find-bar.tsx'))
/** Loaded when a link is made or changed. */
const LinkForm = lazy(async () => ({
  default: (await import('./menus/link-form.tsx')).LinkForm,
}))
/** Loaded when it is asked for. */
const InsertMenu = lazy(async () => ({
  default: (await import('./menus/insert-menu.tsx')).InsertMenu,
}))
/** Loaded when a first slash is typed, something is deleted, or a paste loses something. */
const SlashList = lazy(async () => ({
  default: (await import('./menus/slash-list.tsx')).SlashList,
}))
const UndoOffer = lazy(async () => ({
  default: (await import('./menus/undo-offer.tsx')).UndoOffer,
}))
const LossReport = lazy(async () => ({
  default: (await import('./menus/loss-report.tsx')).LossReport,
}))
/** Loaded when words in another language are met. */
const PassageForm = lazy(() => import('./menus/passage-form.tsx'))

export type ModuleEditorProps = {
  /** Read once, when the editor appears: give it another `key` to show another document. */
  document: StoredDocument
  /** The language the module is written in, for spelling and for screen readers. */
  language: string
  words: EditorWords
  editable?: boolean
  /** Where a stored file can be seen. */
  assetUrl: EditorHost['assetUrl']
  uploadAsset: UploadAsset
  readText?: EditorHost['readText']
  /** Read once; absent where there is no library to choose from. */
  chooseStored?: ChooseStored
  /** Read once; absent where nothing is kept to start from again. */
  templates?: Templates
  /** Read once; absent where nothing can be taken from other modules. */
  reuse?: Reuse
  /** Read once; absent where what was inserted last is not remembered. */
  recents?: Recents
  /** Called at each change, with unchanged nodes being the same objects as before; not to be modified. */
  onChange: (document: StoredDocument) => void
  /** Where what can be undone is kept while the page is reloaded; nowhere by default. */
  undoStore?: UndoStore
  /** The id of the section or element being worked on, `null` when there is none. */
  onSelect?: (nodeId: string | null) => void
  /** What the module is tied to, for elements to be tied to it. */
  competencies?: readonly CompetencyName[]
  /** Where removed parts are kept; read once. */
  bin?: Bin
  findings?: readonly Finding[]
  describeFinding?: (finding: Finding) => string
  /** What the page offers beside the toolbar's own buttons, in view wherever one writes. */
  tools?: ReactNode
}

export type ModuleEditorHandle = {
  /** Goes to the node that carries an id, as a finding asks; does nothing when it is gone. */
  goTo: (nodeId: string) => void
  /** The document as it is written now; `null` before the editor is there. */
  read: () => StoredDocument | null
  /** Shows another document without disturbing whoever is writing; undo passes over it. */
  show: (document: StoredDocument) => void
  /** Adds a section at the end, its nodes under new ids where theirs are taken, and goes to it. */
  addSection: (section: NodeJson) => void
}

/** Writes one module. Shows its own outline and settings; saving is the page's. */
export const ModuleEditor = forwardRef(function ModuleEditor(
  props: ModuleEditorProps,
  handle: Ref<ModuleEditorHandle>,
) {
  const { words, editable = true, findings = [] } = props
  const canvas = useRef<HTMLDivElement>(null)
  const [insertRequest, setInsertRequest] = useState<InsertRequest | null>(null)
  const [linkAnchor, setLinkAnchor] = useState<DOMRect | null>(null)
  const [languageAnchor, setLanguageAnchor] = useState<DOMRect | null>(null)
  const [slash, setSlash] = useState<SlashState | null>(null)
  const [panel, setPanel] = useState<PanelName | null>(null)
  const [finding, setFinding] = useState(false)
  const [binVersion, setBinVersion] = useState(0)
  const [losses, setLosses] = useState<readonly Finding[]>([])
  const [removed, setRemoved] = useState('')
  const closeOffer = useCallback(() => setRemoved(''), [])
  const [said, announce] = useAnnouncements()
  const helpId = useId()
  const editor = useModuleEditor(props, {
    announce,
    offerUndo: (sentence) => {
      setRemoved(sentence)
      announce(sentence)
    },
    openInsertMenu: setInsertRequest,
    setSlash,
    openFind: () => setFinding(true),
    onBin: () => setBinVersion((version) => version + 1),
    reportLosses: (findings) => {
      setLosses(findings)
      announce(lossTitle(findings, words))
    },
    helpId,
  })
  useImperativeHandle(handle, () => ({
    goTo: (nodeId) => editor && goToNode(editor, nodeId),
    read: () => editor && storedDocument(editor.state.doc),
    show: (document) => editor && showInstead(editor, document),
    addSection: (section) => editor && addKnownSection(editor, section),
  }))
  if (!editor) return <div className="module-editor" aria-busy="true" />

  const shared = { editor, words }
  const closePanel = () => {
    setPanel(null)
    if (panel)
      canvas.current?.parentElement?.querySelector<HTMLElement>(toggleOf(panel))?.focus()
  }
  return (
    <div className="module-editor" data-panel={panel ?? 'none'}>
      {editable && (
        <Toolbar
          {...shared}
          onInsert={(anchor) => setInsertRequest({ at: null, anchor })}
          onLink={setLinkAnchor}
          onLanguage={setLanguageAnchor}
          onFind={() => setFinding(true)}
        >
          {props.tools}
          <PanelToggle name="outline" words={words} open={panel} onOpen={setPanel} />
          <PanelToggle name="settings" words={words} open={panel} onOpen={setPanel} />
        </Toolbar>
      )}
      <Panel name="outline" words={words} over={panel === 'outline'} onClose={closePanel}>
        <Outline {...shared} findings={findings} onGo={() => setPanel(null)} />
        {editable && props.bin && <BinList {...shared} bin={props.bin} version={binVersion} />}
      </Panel>
      <div className="me-canvas" ref={canvas}>
        {finding && (
          <Suspense>
            <FindBar {...shared} onClose={() => setFinding(false)} />
          </Suspense>
        )}
        <EditorContent editor={editor} className="me-content" />
        <Suspense>
          {losses.length > 0 && (
            <LossReport {...shared} findings={losses} onClose={() => setLosses([])} />
          )}
        </Suspense>
        <Suspense>
          {removed && <UndoOffer {...shared} sentence={removed} onClose={closeOffer} />}
        </Suspense>
        {editable && (
          <>
            <NodeBar
              {...shared}
              onInsert={(anchor) => setInsertRequest({ at: null, anchor })}
            />
            <GapButton
              {...shared}
              canvas={canvas}
              onInsert={(at, anchor) => setInsertRequest({ at, anchor })}
            />
          </>
        )}
      </div>
      {editable && (
        <Panel name="settings" words={words} over={panel === 'settings'} onClose={closePanel}>
          <Settings
            {...shared}
            findings={findings}
            competencies={props.competencies ?? []}
            describeFinding={props.describeFinding ?? ((finding) => finding.code)}
          />
        </Panel>
      )}
      <Suspense>{slash && <SlashList {...shared} state={slash} />}</Suspense>
      {insertRequest && (
        <Suspense>
          <InsertMenu
            {...shared}
            request={insertRequest}
            onClose={() => setInsertRequest(null)}
          />
        </Suspense>
      )}
      {linkAnchor && (
        <Suspense>
          <LinkForm {...shared} anchor={linkAnchor} onClose={() => setLinkAnchor(null)} />
        </Suspense>
      )}
      {languageAnchor && (
        <Suspense>
          <PassageForm
            {...shared}
            anchor={languageAnchor}
            onClose={() => setLanguageAnchor(null)}
          />
        </Suspense>
      )}
      <p id={helpId} className="me-visually-hidden">
        {words.editor.help}
      </p>
      <p className="me-visually-hidden" aria-live="polite" role="status">
        {said}
      </p>
    </div>
  )
})

/** The last sentence said; said again, it is spoken again. */
function useAnnouncements(): [string, (sentence: string) => void] {
  const [said, setSaid] = useState('')
  const announce = useMemo(
    () => (sentence: string) =>
      setSaid((before) => (before === sentence ? `${sentence}\u00A0` : sentence)),
    [],
  )
  return [said, announce]
}

/** What opened a panel takes the focus back when it closes. */
function toggleOf(panel: PanelName): string {
  return `[aria-controls="me-${panel}"]`
}
