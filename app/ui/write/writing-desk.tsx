import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { Side } from '#content-schema/changes/choose.ts'
import { localBin } from '#editor/bin.ts'
import { ModuleEditor, type ModuleEditorHandle } from '#editor/module-editor.tsx'
import type { CompetencyName } from '#editor/panels/common-settings.tsx'
import { localRecents } from '#editor/templates.ts'
import type { EditorWords } from '#editor/words/fr.ts'
import type { WritingSession } from '#editor/writing-session.ts'
import { Notice } from '../notice.tsx'
import { useFinding } from '../use-finding.ts'
import { allFindings } from './checks/checked.ts'
import { Tally } from './checks/tally.tsx'
import { useChecks } from './checks/use-checks.ts'
import { PreviewButton } from './preview-button.tsx'
import { useReuse } from './reuse/use-reuse.tsx'
import { StatusBar } from './status-bar.tsx'
import { useTemplates } from './templates/use-templates.tsx'
import { useEditorWords } from './use-editor-words.ts'
import { useFiles } from './use-files.tsx'
import { type Opened, useTold, useWriting, type Writing } from './use-writing.ts'
import styles from './write.module.css'

/** Loaded once the editor is there, or when there is something to choose. */
const Checks = lazy(async () => ({ default: (await import('./checks/panel.tsx')).Checks }))
const SetAside = lazy(async () => ({ default: (await import('./set-aside.tsx')).SetAside }))
const Conflict = lazy(async () => ({ default: (await import('./conflict.tsx')).Conflict }))

type Props = {
  opened: Opened
  /** Whoever writes. */
  personId: string
  language: string
  /** The module's, which its files must go with. */
  licence: string
  competencies: CompetencyName[]
}

/** The page's other half of the editor: saving, conflicts, who else is there, what is to be checked. */
export default function WritingDesk({ opened, ...module }: Props) {
  const { t } = useTranslation('modules')
  const writing = useWriting(opened)
  const words = useEditorWords()
  if (!writing || !words) return <p className="soft">{t('write.loading')}</p>
  const desk = { ...module, moduleId: opened.moduleId, writing, words }
  return <Desk {...desk} />
}

type DeskProps = Omit<Props, 'opened'> & {
  moduleId: string
  writing: Writing
  words: EditorWords
}

function Desk(props: DeskProps) {
  const { moduleId, personId, writing, words, language, competencies } = props
  const { t } = useTranslation(['imports', 'modules'])
  const { session, told, undoStore } = writing
  const describeFinding = useFinding()
  const editor = useRef<ModuleEditorHandle>(null)
  const selected = useRef<string | null>(null)
  const [shown, setShown] = useState({ key: 0, document: session.document })
  const [checked, watch, checkAgain] = useChecks(moduleId, shown.document)
  const findings = useMemo(
    () => (checked && !checked.blank ? allFindings(checked) : []),
    [checked],
  )
  const opened = useOpened()
  const { files, aside } = useFiles(checkAgain, props.licence)
  const [bin] = useState(() => localBin(localStorage, moduleId, Date.now))
  const [recents] = useState(() => localRecents(localStorage, personId))
  const { templates, dialog } = useTemplates()
  const { reuse, lent } = useReuse(moduleId, checkAgain)
  const inConflict = useTold(told, ({ state }) =>
    state.name === 'conflict' ? state.conflict : null,
  )
  useAttached(session, editor, inConflict === null)
  useArrival(editor)
  const bar = { moduleId, writing, selected }
  if (inConflict) {
    const choose = (choices: ReadonlyMap<string, Side>) => {
      const document = session.choose(choices)
      setShown(({ key }) => ({ key: key + 1, document }))
      watch(document)
    }
    return (
      <>
        <StatusBar {...bar} />
        <Suspense>
          <Conflict conflict={inConflict} onChoose={choose} />
        </Suspense>
      </>
    )
  }
  return (
    <>
      <StatusBar {...bar}>
        <span className={styles.actions}>
          <Link to={`/modules/${moduleId}/print`}>{t('modules:write.printIt')}</Link>
          <Link to={`/modules/${moduleId}/import`}>{t('fromWrite')}</Link>
        </span>
      </StatusBar>
      <Recovered keptAt={session.recoveredAt} />
      <ModuleEditor
        key={shown.key}
        ref={editor}
        document={shown.document}
        language={language}
        words={words}
        {...files}
        templates={templates}
        reuse={reuse}
        recents={recents}
        competencies={competencies}
        bin={bin}
        undoStore={undoStore}
        onChange={(document) => {
          session.autosave.change(document)
          watch(document)
        }}
        onSelect={(nodeId) => {
          selected.current = nodeId
        }}
        findings={findings}
        describeFinding={describeFinding}
        tools={
          <>
            {!checked?.blank && <Tally checked={checked} />}
            <PreviewButton
              moduleId={moduleId}
              flush={session.autosave.flush}
              nodeId={() => selected.current}
            />
          </>
        }
      />
      {aside}
      {dialog}
      {lent}
      {opened && (
        <Suspense>
          <Checks
            moduleId={moduleId}
            checked={checked}
            onGo={(nodeId) => editor.current?.goTo(nodeId)}
          />
          <SetAside
            moduleId={moduleId}
            choices={shown.key}
            onPutBack={(section) => editor.current?.addSection(section)}
          />
        </Suspense>
      )}
    </>
  )
}

/** `true` a moment after the page appears: what stands below the text must not delay it. */
function useOpened(): boolean {
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOpened(true), 500)
    return () => clearTimeout(timer)
  }, [])
  return opened
}

/** Lets the session read and show what is written, as long as the editor is on the page. */
function useAttached(
  session: WritingSession,
  editor: React.RefObject<ModuleEditorHandle>,
  there: boolean,
): void {
  useEffect(() => {
    if (!there) return
    session.attach({
      read: () => editor.current?.read() ?? session.document,
      show: (document) => editor.current?.show(document),
    })
    return () => session.attach(null)
  }, [session, editor, there])
}

/** A finding or a remark on another page leads to its element by the address's fragment. */
function useArrival(editor: React.RefObject<ModuleEditorHandle>): void {
  useEffect(() => {
    const nodeId = location.hash.slice(1)
    if (!nodeId) return
    const timer = setTimeout(() => editor.current?.goTo(nodeId), 100)
    return () => clearTimeout(timer)
  }, [editor])
}

/** Says once that text was brought back, until it is read. */
function Recovered({ keptAt }: { keptAt: number | null }) {
  const { t } = useTranslation('modules')
  const { instant } = useFormat()
  const [read, setRead] = useState(false)
  if (keptAt === null || read) return null
  return (
    <Notice tone="info">
      <p>{t('write.recovered', { date: instant(keptAt) })}</p>
      <button type="button" className="quiet" onClick={() => setRead(true)}>
        {t('write.understood')}
      </button>
    </Notice>
  )
}
