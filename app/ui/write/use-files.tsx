import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import type { LibraryRow } from '#app/services/assets/library.server.ts'
import { type EditorHost, type UploadedAsset, UploadRefused } from '#editor/host.ts'
import { useRefusal } from '../notice.tsx'
import { Refusal } from '../refusal.ts'
import { fileUrl } from '../uploads/file-url.ts'
import { type StoredFile, sendFile } from '../uploads/send-file.ts'

/** Loaded with the first file that is chosen or arrives. */
const LibraryChoice = lazy(async () => ({
  default: (await import('../media/library-choice.tsx')).LibraryChoice,
}))
const RightsAtOnce = lazy(async () => ({
  default: (await import('../media/rights-at-once.tsx')).RightsAtOnce,
}))

type Files = Pick<EditorHost, 'assetUrl' | 'uploadAsset' | 'readText'> & {
  chooseStored: NonNullable<EditorHost['chooseStored']>
}
type Asked = { kind: string; answer: (asset: UploadedAsset | null) => void }

/**
 * Files for the editor: sent, read, chosen from the library; and what stands beside it meanwhile,
 * to choose one or to say whose the last ones are.
 *
 * @param onRights whose they are may have been said
 * @param licence of the module, which the files must go with
 */
export function useFiles(
  onRights: () => void,
  licence: string,
): { files: Files; aside: ReactNode } {
  const [arrived, setArrived] = useState<StoredFile[]>([])
  const [asked, setAsked] = useState<Asked | null>(null)
  const sentence = useRefusal()
  const files: Files = {
    assetUrl: fileUrl,
    readText,
    uploadAsset: async (file, ...sending) => {
      try {
        const stored = await sendFile(file, ...sending)
        setArrived((all) => [...all, stored])
        return { ...stored, warning: stored.warning && sentence(stored.warning) }
      } catch (error) {
        throw error instanceof Refusal ? new UploadRefused(sentence(error.refusal)) : error
      }
    },
    chooseStored: (kind) => new Promise((answer) => setAsked({ kind, answer })),
  }
  const done = useCallback(() => {
    setArrived(([, ...rest]) => rest)
    onRights()
  }, [onRights])
  const choose = (row: LibraryRow | null) => {
    asked?.answer(row && assetOf(row))
    setAsked(null)
  }
  const aside = (
    <Suspense>
      {arrived.length > 0 && (
        <RightsAtOnce files={arrived} moduleLicence={licence} onDone={done} />
      )}
      {asked && <LibraryChoice kind={asked.kind} onChoose={choose} />}
    </Suspense>
  )
  return { files, aside }
}

function assetOf({ digest, mediaType, width, height, duration, rights }: LibraryRow) {
  return { digest, mediaType, width, height, duration, name: rights.title }
}

async function readText(digest: string): Promise<string> {
  const response = await fetch(fileUrl(digest))
  if (!response.ok) throw new Error(`the file could not be read: ${response.status}`)
  return response.text()
}
