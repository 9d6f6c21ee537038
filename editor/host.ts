import type { Editor } from '@tiptap/core'
import { Extension } from '@tiptap/core'
import type { Finding } from '#content-schema/finding.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import type { ElementName } from '#content-schema/schema.ts'
import type { Reuse } from './reuse.ts'
import type { Recents, Templates } from './templates.ts'
import type { EditorWords } from './words/fr.ts'

/** What a file turned out to be, once stored. */
export type UploadedAsset = {
  digest: string
  /** Found from the content, never from the name. */
  mediaType: string
  name: string
  width?: number | null
  height?: number | null
  /** Milliseconds. */
  duration?: number | null
  /** A sentence for the author about a file that was taken all the same. */
  warning?: string | null
}

/** A file was not taken; the message says why, in words for the author. */
export class UploadRefused extends Error {}

/**
 * How the sending of a file goes on: its parts leave; nothing passes, and it will go on by itself;
 * all has arrived and is being looked at.
 */
export type SendingPhase = 'sending' | 'interrupted' | 'checking'
/** Told the share that has arrived, 0 to 1. */
export type OnProgress = (share: number, phase: SendingPhase) => void

/**
 * Stores a file elsewhere. Rejects with {@link UploadRefused} when the file itself is the reason,
 * with an `AbortError` when `signal` said to stop.
 *
 * @param madeFrom the digest of the file that it was made from, whose rights it shares
 */
export type UploadAsset = (
  file: File,
  onProgress: OnProgress,
  signal?: AbortSignal,
  madeFrom?: string,
) => Promise<UploadedAsset>

/**
 * Lets the author choose a stored file of a kind (`image`, `video`, `audio`, `document`);
 * `null` when they chose none.
 */
export type ChooseStored = (kind: string) => Promise<UploadedAsset | null>

/** Where the insert menu opens: at a position between elements, or after the current one. */
export type InsertRequest = { at: number | null; anchor: DOMRect }

/** What extensions and node views ask of the page around them. The editor itself fetches nothing. */
export type EditorHost = {
  words: EditorWords
  /** For words that are written into a module: French in French ones, English in all others. */
  language: EditorWords['language']
  /** What a new element of a name holds at first, in the language of the module. */
  create: (element: ElementName) => NodeJson
  /**
   * Where a stored file is shown; with `region`, a part of a picture as `#content-schema/picture.ts`
   * writes it (empty: the whole), in the size of a screen.
   */
  assetUrl: (digest: string, region?: string) => string
  uploadAsset: UploadAsset
  /** `null` where there is no library to choose from. */
  chooseStored: ChooseStored | null
  /** The text of a stored file, captions for example. */
  readText: (digest: string) => Promise<string>
  /** What was kept to start from again; `null` where nothing can be. */
  templates: Templates | null
  /** What other modules have to lend; `null` where nothing is to be had. */
  reuse: Reuse | null
  /** What whoever writes inserted last; `null` where it is not remembered. */
  recents: Recents | null
  /** Says a sentence to screen readers. */
  announce: (sentence: string) => void
  /** Says what was just taken out, to everybody, with a button to have it back. */
  offerUndo: (sentence: string) => void
  openInsertMenu: (request: InsertRequest) => void
  /** Shows what a text from elsewhere lost on its way in, or why it was refused. */
  reportLosses: (findings: readonly Finding[]) => void
}

declare module '@tiptap/core' {
  interface Storage {
    host: EditorHost
  }
}

/** For an editor in no page; its words alone must be given. */
const nowhere: Omit<EditorHost, 'words'> = {
  language: 'fr',
  create: (type) => ({ type }),
  assetUrl: (digest) => digest,
  uploadAsset: () =>
    Promise.reject(new RangeError('this editor was given nowhere to store files')),
  chooseStored: null,
  templates: null,
  reuse: null,
  recents: null,
  readText: () => Promise.reject(new RangeError('this editor was given nowhere to read files')),
  announce: () => undefined,
  offerUndo: () => undefined,
  openInsertMenu: () => undefined,
  reportLosses: () => undefined,
}

type HostOptions = Pick<EditorHost, 'words'> & Partial<EditorHost>

export const hostExtension = Extension.create<HostOptions, EditorHost>({
  name: 'host',
  addStorage() {
    return { ...nowhere, ...this.options }
  },
})

export function hostOf(editor: Editor): EditorHost {
  return editor.storage.host
}
