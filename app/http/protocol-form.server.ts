import * as z from 'zod'
import { type Protocol, questionKinds, trialKinds } from '#content-schema/trials/trial-words.ts'
import { rowsIn } from './form-rows.server.ts'
import { parse } from './read-form.server.ts'

const line = z.string().trim().max(500).default('')

const Head = z.object({
  name: z.string().trim().max(120),
  kind: z.enum(trialKinds),
  sus: z.string().optional(),
  consent: z.string().trim().max(4000),
})
const Task = z.object({ id: line, text: line, success: line })
const Wanted = z.object({
  profile: z.string().trim().max(80).default(''),
  count: z.coerce.number().int().min(1).max(60),
})
const Question = z.object({
  id: line,
  text: line,
  kind: z.enum(questionKinds),
  choices: z
    .string()
    .max(2000)
    .default('')
    .transform((text) => text.split('\n').flatMap((each) => each.trim() || [])),
})

/**
 * Reads the form of a protocol: `task.0.text`, `wanted.1.count`, `question.2.kind` …
 *
 * @throws UserError `form.field`
 */
export function readProtocol(fields: Record<string, unknown>): Protocol {
  const { sus, ...head } = parse(Head, fields)
  return {
    ...head,
    sus: sus === 'yes',
    tasks: rowsIn(fields, 'task').map((row) => parse(Task, row)),
    wanted: rowsIn(fields, 'wanted').map((row) => parse(Wanted, row)),
    questions: rowsIn(fields, 'question').map((row) => {
      const { kind, choices, ...question } = parse(Question, row)
      return { ...question, kind, choices: kind === 'choice' ? choices : [] }
    }),
  }
}
