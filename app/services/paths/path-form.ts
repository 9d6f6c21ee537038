import * as z from 'zod'
import type { PathStep } from './path-steps.ts'

const rowId = z.string().max(40)
const stageId = z.string().max(40)
const title = z.string().trim().max(200)
const choice = z.enum(['yes', 'no'])

/** What is sent to change a path: one step. */
export const PathForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('add'), stageId, moduleId: z.string().max(40) }),
  z.object({ do: z.literal('move'), rowId, to: z.enum(['up', 'down']) }),
  z.object({ do: z.literal('require'), rowId, required: choice }),
  z.object({ do: z.literal('rename'), rowId, title }),
  z.object({ do: z.literal('follow'), rowId, follows: choice }),
  z.object({
    ...{ do: z.literal('remove'), rowId, title },
    ...{ stageId, index: z.coerce.number().int().min(0), row: z.string().max(4000) },
  }),
  z.object({
    ...{ do: z.literal('restore'), title, stageId },
    ...{ index: z.coerce.number().int().min(0), row: z.string().max(4000) },
  }),
  z.object({ do: z.literal('add-stage'), title }),
  z.object({ do: z.literal('rename-stage'), stageId, title }),
  z.object({ do: z.literal('remove-stage'), stageId }),
])
export type PathForm = z.infer<typeof PathForm>

const RowAttrs = z.object({
  id: z.string(),
  moduleId: z.string(),
  follows: z.boolean(),
  edition: z.string(),
  digest: z.string(),
  required: z.boolean(),
  title: z.string(),
})

export function stepIn(form: PathForm): PathStep {
  switch (form.do) {
    case 'require':
      return { ...form, required: form.required === 'yes' }
    case 'follow':
      return { ...form, follows: form.follows === 'yes' }
    case 'restore':
      return { ...form, row: { type: 'moduleRow', attrs: rowIn(form.row) } }
    default:
      return form
  }
}

/** What was taken away, as the page was told; whatever else is sent makes no row. */
function rowIn(text: string): Record<string, unknown> {
  try {
    return RowAttrs.parse(JSON.parse(text))
  } catch {
    return {}
  }
}
