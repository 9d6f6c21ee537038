import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { accessibilityFindings } from '#content-schema/accessibility/index.ts'
import { completenessFindings } from '#content-schema/completeness.ts'
import { DocumentError, readDocument, type StoredDocument } from '#content-schema/document.ts'
import type { Finding } from '#content-schema/finding.ts'
import { localBin } from '#editor/bin.ts'
import { type UploadAsset, UploadRefused } from '#editor/host.ts'
import { ModuleEditor, type ModuleEditorHandle } from '#editor/module-editor.tsx'
import type { CompetencyName } from '#editor/panels/common-settings.tsx'
import { en } from '#editor/words/en.ts'
import { fr } from '#editor/words/fr.ts'
import { useFinding } from '../finding-list.tsx'
import { Notice, useRefusal } from '../notice.tsx'
import { Checks } from './checks.tsx'
import { Conflict } from './conflict.tsx'
import { PreviewButton } from './preview.tsx'
import { SaveState } from './save-state.tsx'
import { Refusal, sendFile } from './send.ts'
import { type Opened, useAutosave } from './use-autosave.ts'

/** The page's other half of the editor: saving, conflicts, what is still to be checked. */
export default function WritingDesk({
  opened,
  language,
  competencies,
}: {
  opened: Opened
  language: string
  competencies: CompetencyName[]
}) {
  const { i18n } = useTranslation()
  const describeFinding = useFinding()
  const editor = useRef<ModuleEditorHandle>(null)
  const [shown, setShown] = useState({ key: 0, document: opened.document })
  const [findings, watch] = useFindings(opened.document)
  const { state, change, recovered, forgetRecovered, autosave } = useAutosave(opened)
  const show = (document: StoredDocument) => setShown(({ key }) => ({ key: key + 1, document }))
  const uploadAsset = useUpload()
  const current = useRef<string | null>(null)
  const [bin] = useState(() => localBin(localStorage, opened.moduleId, Date.now))
  useArrival(editor)
  const changed = (document: StoredDocument) => {
    change(document)
    watch(document)
  }
  if (state.name === 'conflict') {
    const theirs = state.conflict
    return (
      <Conflict
        mine={autosave.current?.unsaved ?? shown.document}
        theirs={theirs}
        onKeepMine={() => {
          show(autosave.current?.unsaved ?? shown.document)
          autosave.current?.keepMine(theirs.version)
        }}
        onKeepTheirs={() => location.reload()}
      />
    )
  }
  return (
    <>
      <SaveState state={state} />
      <PreviewButton
        moduleId={opened.moduleId}
        flush={async () => autosave.current?.flush()}
        nodeId={() => current.current}
      />
      {recovered && (
        <Recovered
          keptAt={recovered.keptAt}
          onRecover={() => {
            show(recovered.document)
            changed(recovered.document)
            forgetRecovered()
          }}
          onDiscard={forgetRecovered}
        />
      )}
      <ModuleEditor
        key={shown.key}
        ref={editor}
        document={shown.document}
        language={language}
        words={i18n.language === 'en' ? en : fr}
        assetUrl={(digest) => `/files/${digest}`}
        uploadAsset={uploadAsset}
        onChange={changed}
        onSelect={(nodeId) => {
          current.current = nodeId
        }}
        competencies={competencies}
        bin={bin}
        findings={findings}
        describeFinding={describeFinding}
      />
      <Checks findings={findings} onGo={(nodeId) => editor.current?.goTo(nodeId)} />
    </>
  )
}

/** Sends files; why one was refused is said in the reader's language. */
function useUpload(): UploadAsset {
  const sentence = useRefusal()
  return async (file, onProgress) => {
    try {
      return await sendFile(file, onProgress)
    } catch (error) {
      throw error instanceof Refusal ? new UploadRefused(sentence(error.refusal)) : error
    }
  }
}

/** What is to be checked, looked at again when typing pauses. */
function useFindings(first: StoredDocument) {
  const [findings, setFindings] = useState<Finding[]>(() => findIn(first))
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const watch = (document: StoredDocument) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setFindings(findIn(document)), 600)
  }
  return [findings, watch] as const
}

function findIn(document: StoredDocument): Finding[] {
  try {
    const doc = readDocument(document)
    return [...completenessFindings(doc), ...accessibilityFindings(doc)]
  } catch (error) {
    if (error instanceof DocumentError) return []
    throw error
  }
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

type RecoveredProps = { keptAt: number; onRecover: () => void; onDiscard: () => void }

function Recovered({ keptAt, onRecover, onDiscard }: RecoveredProps) {
  const { t } = useTranslation('modules')
  const { instant } = useFormat()
  return (
    <Notice tone="warn">
      <p>{t('write.recovered', { date: instant(keptAt) })}</p>
      <p className="row">
        <button type="button" onClick={onRecover}>
          {t('write.recover')}
        </button>
        <button type="button" className="quiet" onClick={onDiscard}>
          {t('write.discard')}
        </button>
      </p>
    </Notice>
  )
}
