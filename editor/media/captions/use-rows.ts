import { useState } from 'react'
import type { Cue } from '#content-schema/captions/cues.ts'
import { type Row, rowsOf } from './cue-list.ts'

/** Changes that can be taken back. */
const most = 200

/** The captions being edited, and every state they were in. */
export function useRows(cues: readonly Cue[]) {
  const [{ rows, past }, setState] = useState(() => ({
    rows: rowsOf(cues),
    past: [] as Row[][],
  }))
  return {
    rows,
    canUndo: past.length > 0,
    change: (next: (rows: Row[]) => Row[]) =>
      setState((state) => ({
        rows: next(state.rows),
        past: [...state.past.slice(1 - most), state.rows],
      })),
    undo: () =>
      setState((state) => ({
        rows: state.past.at(-1) ?? state.rows,
        past: state.past.slice(0, -1),
      })),
  }
}
