import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { positionOfId } from './commands/current-part.ts'
import { setAttributes } from './commands/set-attributes.ts'
import { titleOfFile } from './file-title.ts'
import {
  hostOf,
  type OnProgress,
  type SendingPhase,
  type UploadedAsset,
  UploadRefused,
} from './host.ts'
import { run } from './run.ts'
import type { EditorWords } from './words/fr.ts'

/** How far the sending of a file for a node has come. */
export type Upload =
  | { state: 'sending'; share: number; phase: SendingPhase }
  | { state: 'failed' | 'wrong-kind' }
  /** `reason` is a sentence for the author. */
  | { state: 'refused' | 'warned'; reason: string }
export type AssetRole = 'asset' | 'captions' | 'poster'

const fileKinds = ['image', 'video', 'audio', 'attachment'] as const
export type FileKind = (typeof fileKinds)[number]

type Watcher = () => void

const uploads = new WeakMap<Editor, Map<string, Upload>>()
const watchers = new WeakMap<Editor, Set<Watcher>>()
const stops = new WeakMap<Editor, Map<string, AbortController>>()

/** The upload under way, or that failed, for a node; `null` when there is none. */
export function uploadOf(
  editor: Editor,
  nodeId: string,
  role: AssetRole = 'asset',
): Upload | null {
  return uploads.get(editor)?.get(`${nodeId} ${role}`) ?? null
}

/** Calls back whenever an upload moves; returns how to stop it. */
export function watchUploads(editor: Editor, watcher: Watcher): () => void {
  const all = watchers.get(editor) ?? new Set()
  watchers.set(editor, all.add(watcher))
  return () => all.delete(watcher)
}

/**
 * Has a file stored and shown by a node. The node may be moved meanwhile; when it was deleted, the
 * file is simply not shown.
 *
 * @param history `quiet` when the file comes with the node, so that undoing takes both away at once
 */
export async function upload(
  editor: Editor,
  nodeId: string,
  file: File,
  role: AssetRole = 'asset',
  history: 'quiet' | 'undoable' = 'undoable',
): Promise<void> {
  const key = `${nodeId} ${role}`
  const report = (state: Upload | null) => record(editor, key, state)
  const { signal } = stoppable(editor, key)
  report({ state: 'sending', share: 0, phase: 'sending' })
  const told: OnProgress = (share, phase) => report({ state: 'sending', share, phase })
  try {
    const asset = await hostOf(editor).uploadAsset(file, told, signal)
    if (!signal.aborted)
      report(
        show(editor, nodeId, asset, role, history) ? warningOf(asset) : { state: 'wrong-kind' },
      )
  } catch (error) {
    if (!signal.aborted) report(failure(error))
  }
}

/** Shows a file of the library in a node; nothing happens when none was chosen. */
export async function chooseStored(
  editor: Editor,
  nodeId: string,
  kind: string,
  role: AssetRole = 'asset',
): Promise<void> {
  const asset = await hostOf(editor).chooseStored?.(kind)
  if (!asset) return
  const wrong: Upload = { state: 'wrong-kind' }
  record(
    editor,
    `${nodeId} ${role}`,
    show(editor, nodeId, asset, role, 'undoable') ? null : wrong,
  )
}

/** Gives up the sending of a file for a node; what has arrived of it is removed. */
export function stopUpload(editor: Editor, nodeId: string, role: AssetRole = 'asset'): void {
  const key = `${nodeId} ${role}`
  stops.get(editor)?.get(key)?.abort()
  record(editor, key, null)
}

function warningOf({ warning }: UploadedAsset): Upload | null {
  return warning ? { state: 'warned', reason: warning } : null
}

function failure(error: unknown): Upload {
  const refused = error instanceof UploadRefused
  return refused ? { state: 'refused', reason: error.message } : { state: 'failed' }
}

/** A second file for the same place takes the place of the first. */
function stoppable(editor: Editor, key: string): AbortController {
  const all = stops.get(editor) ?? new Map<string, AbortController>()
  stops.set(editor, all)
  all.get(key)?.abort()
  const stop = new AbortController()
  all.set(key, stop)
  return stop
}

/** What is said of an upload beside the place of its file. */
export function uploadSentence(upload: Upload, { media }: EditorWords): string {
  if (upload.state === 'sending') return sendingSentence(upload, media)
  if (upload.state === 'refused' || upload.state === 'warned') return upload.reason
  return upload.state === 'failed' ? media.failed : media.wrongKind
}

function sendingSentence(
  { share, phase }: Upload & { state: 'sending' },
  media: EditorWords['media'],
): string {
  if (phase === 'checking') return media.checking
  const percent = Math.round(share * 100)
  return phase === 'interrupted' ? media.interrupted(percent) : media.uploading(percent)
}

function show(
  editor: Editor,
  nodeId: string,
  asset: UploadedAsset,
  role: AssetRole,
  history: 'quiet' | 'undoable',
): boolean {
  if (editor.isDestroyed) return true
  const position = positionOfId(editor.state.doc, nodeId)
  const node = position === null ? null : editor.state.doc.nodeAt(position)
  if (!node) return true
  if (!isOfKind(node.type.name, role, asset)) return false
  const untitled = role === 'asset' && node.attrs.title === ''
  const values = { [role]: asset.digest, ...(untitled && { title: titleOfFile(asset.name) }) }
  const change = setAttributes(nodeId, values)
  run(editor, history === 'quiet' ? outsideHistory(change) : change)
  hostOf(editor).announce(hostOf(editor).words.said.uploaded(asset.name))
  return true
}

function outsideHistory(command: Command): Command {
  return (state, dispatch) =>
    command(state, dispatch && ((change) => dispatch(change.setMeta('addToHistory', false))))
}

function isOfKind(
  nodeName: string,
  role: AssetRole,
  { mediaType, name }: UploadedAsset,
): boolean {
  if (role === 'captions') return mediaType.startsWith('text/') && name.endsWith('.vtt')
  const kind = role === 'poster' ? 'image' : fileKind(nodeName)
  return kind === 'attachment' || mediaType.startsWith(`${kind}/`)
}

/** What kind of file a node shows: parts of elements, and elements around a picture, show pictures. */
export function fileKind(nodeName: string): FileKind {
  return fileKinds.find((kind) => kind === nodeName) ?? 'image'
}

function record(editor: Editor, key: string, state: Upload | null): void {
  const all = uploads.get(editor) ?? new Map<string, Upload>()
  uploads.set(editor, all)
  if (state) all.set(key, state)
  else all.delete(key)
  for (const watcher of watchers.get(editor) ?? []) watcher()
}
