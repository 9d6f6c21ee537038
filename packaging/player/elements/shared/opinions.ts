import type { QuestionForm } from '#packaging/player/behaviour.ts'
import { fieldsForm } from './fields.ts'

/** Groups of radio buttons, one a line, then a free comment where one is asked. */
export const opinionsForm: QuestionForm<'likert'> = fieldsForm((values, { key }) =>
  values.slice(0, key.statements.length).every(Boolean),
)
