import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import type { NodeJson } from '#content-schema/identity.ts'
import type { ReferenceName, Reuse, ShownReference } from '#editor/reuse.ts'

/** Loaded when something is chosen of another module, or stands in the text. */
const ReuseDialog = lazy(() => import('./reuse-dialog.tsx'))
const ReusedBox = lazy(() => import('./reused-box.tsx'))

export type Choosing = { name: ReferenceName; inAssessment: boolean }
type Asked = Choosing & { answer: (node: NodeJson | null) => void }

/**
 * What other modules lend, for the editor: the window in which something is chosen, and what is shown
 * in the text, in the boxes that the editor makes for it.
 *
 * @param onChange what a reference leads to may be another
 */
export function useReuse(
  moduleId: string,
  onChange: () => void,
): { reuse: Reuse; lent: ReactNode } {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [boxes, setBoxes] = useState<ReadonlyMap<HTMLElement, ShownReference>>(new Map())
  const reuse = useMemo((): Reuse => {
    // The editor draws while others do: it is told apart from them.
    const change = (act: (boxes: Map<HTMLElement, ShownReference>) => void) =>
      queueMicrotask(() =>
        setBoxes((before) => {
          const next = new Map(before)
          act(next)
          return next
        }),
      )
    return {
      choose: (name, inAssessment) =>
        new Promise((answer) => setAsked({ name, inAssessment, answer })),
      show: (box, reference) => change((next) => next.set(box, reference)),
      hide: (box) => change((next) => next.delete(box)),
    }
  }, [])
  const lent = (
    <Suspense>
      {asked && (
        <ReuseDialog
          moduleId={moduleId}
          {...asked}
          onChoose={(node) => {
            setAsked(null)
            asked.answer(node)
          }}
        />
      )}
      {[...boxes].map(([box, reference]) =>
        createPortal(
          <ReusedBox moduleId={moduleId} reference={reference} onChange={onChange} />,
          box,
          String(reference.node.attrs?.id),
        ),
      )}
    </Suspense>
  )
  return { reuse, lent }
}
