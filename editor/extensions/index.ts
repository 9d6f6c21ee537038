import type { AnyExtension } from '@tiptap/core'
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import { type MarkName, type NodeName, nodes } from '#content-schema/schema.ts'
import type { Bin } from '../bin.ts'
import { finding } from '../find/extension.ts'
import { type EditorHost, hostExtension } from '../host.ts'
import { binning } from './bin.ts'
import { bold } from './bold.ts'
import { code } from './code.ts'
import { current } from './current.ts'
import { files } from './files.ts'
import { findings } from './findings.ts'
import { foreign } from './foreign.ts'
import { nodeFromSpec } from './from-spec.ts'
import { hints } from './hints.ts'
import { identity } from './identity.ts'
import { italic } from './italic.ts'
import { language } from './language.ts'
import { link } from './link.ts'
import { lock } from './lock.ts'
import { manners } from './manners.ts'
import { partKeys } from './part-keys.ts'
import { type SlashState, slashMenu } from './slash-menu.ts'
import { subscript } from './subscript.ts'
import { superscript } from './superscript.ts'
import { tabOrder } from './tab-order.ts'

const markExtensions: Record<MarkName, AnyExtension> = {
  link,
  bold,
  italic,
  code,
  subscript,
  superscript,
  language,
}

/** What a document may hold: the schema of `content-schema` in its order, and nothing else. */
export const contentExtensions: readonly AnyExtension[] = [
  ...(Object.keys(nodes) as NodeName[]).map((name) => nodeFromSpec(name, manners[name])),
  ...Object.values(markExtensions),
]

/** What the extensions tell the component around them. */
export type EditorWiring = {
  onSlash: (state: SlashState | null) => void
  openFind: () => void
  /** Where removed parts are kept; `null` where they are not. */
  bin: Bin | null
  onBin: () => void
}

/** All that an editor on a page needs. */
export function editorExtensions(
  host: EditorHost,
  { onSlash, openFind, bin, onBin }: EditorWiring,
): AnyExtension[] {
  return [
    hostExtension.configure(host),
    ...contentExtensions,
    UndoRedo,
    Gapcursor,
    Dropcursor.configure({ color: false, class: 'me-drop-cursor', width: 3 }),
    identity,
    lock,
    binning.configure({ bin, changed: onBin }),
    finding.configure({ open: openFind }),
    hints,
    current,
    findings,
    foreign,
    files,
    partKeys,
    tabOrder,
    slashMenu.configure({ listen: onSlash }),
  ]
}
