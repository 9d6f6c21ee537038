import * as z from 'zod'
import {
  type ArchivedHistory,
  checkAnswers,
  remarkKinds,
  reviewEnds,
  verdictValues,
} from '#app/db/schema/bank/index.ts'
import { aspects } from '#content-schema/module.ts'
import { opportunityDecisions, voiceKinds } from '#content-schema/opportunity-words.ts'
import {
  findingDecisions,
  questionKinds,
  severities,
  trialDecisions,
  trialKinds,
  trialStates,
} from '#content-schema/trials/trial-words.ts'
import { count, day, digest, instant, line, long, name } from './shape-parts.ts'

const verdict = {
  value: z.enum(verdictValues),
  digest,
  note: long,
  person: name,
  givenAt: instant,
}

const Opportunity = z.object({
  need: long,
  voices: z.array(z.object({ kind: z.enum(voiceKinds), quote: long, source: long })).max(1000),
  existing: z.object({ titles: z.array(line).max(1000), words: long }),
  decision: z.enum(opportunityDecisions).nullable(),
  reason: long,
  decidedBy: name.nullable(),
  decidedAt: instant.nullable(),
})

const Protocol = z.object({
  name: line,
  kind: z.enum(trialKinds),
  tasks: z.array(z.object({ id: name, text: long, success: long })).max(1000),
  wanted: z.array(z.object({ profile: line, count })).max(1000),
  sus: z.boolean(),
  questions: z
    .array(
      z.object({
        id: name,
        text: long,
        kind: z.enum(questionKinds),
        choices: z.array(long).max(1000),
      }),
    )
    .max(1000),
  consent: long,
})

const Trial = z.object({
  revision: count,
  digest,
  day,
  place: long,
  protocol: Protocol,
  state: z.enum(trialStates),
  facilitator: name,
  participants: count,
  finished: count,
  decision: z.enum(trialDecisions).nullable(),
  rationale: long,
  decidedBy: name.nullable(),
  decidedAt: instant.nullable(),
  plannedAt: instant,
  retestOf: instant.nullable(),
  findings: z
    .array(
      z.object({
        title: line,
        nodeId: z.string().max(40).nullable(),
        severity: z.literal(severities),
        decision: z.enum(findingDecisions),
        reason: long,
        fixedIn: count.nullable(),
        retested: z.enum(['ok', 'ko']).nullable(),
      }),
    )
    .max(10_000),
})

/** `modules/<code>/history.json` */
export const HistoryEntry: z.ZodType<ArchivedHistory> = z.object({
  reviews: z.array(
    z.object({
      revision: count,
      digest,
      expert: name,
      requestedBy: name,
      requestedAt: instant,
      dueOn: day.nullable(),
      message: long,
      // Version 1 had one word on the whole; `null` while it was waited for.
      verdict: z.object(verdict).nullable().optional(),
      aspects: z.array(z.enum(aspects)).max(aspects.length).optional(),
      verdicts: z
        .array(
          z.object({ ...verdict, aspect: z.enum(aspects), scopeDigest: digest.nullable() }),
        )
        .max(aspects.length)
        .optional(),
      // None of these before version 3.
      round: count.optional(),
      signsAs: name.nullable().optional(),
      ended: z
        .object({ as: z.enum(reviewEnds), at: instant, reason: long })
        .nullable()
        .optional(),
      checklist: z
        .array(
          z.object({
            aspect: z.enum(aspects),
            text: long,
            answer: z.enum(checkAnswers),
            note: long,
          }),
        )
        .max(1000)
        .optional(),
      remarks: z.array(
        z.object({
          nodeId: z.string().max(40).nullable(),
          quote: long,
          body: long,
          author: name,
          madeAt: instant,
          kind: z.enum(remarkKinds).optional(),
          words: long.optional(),
          before: line.optional(),
          after: line.optional(),
          offset: count.optional(),
          answer: long.optional(),
          seconds: z.number().min(0).nullable().optional(),
          proposal: long.nullable().optional(),
          proposedFor: long.nullable().optional(),
          accepted: z.boolean().optional(),
          resolvedAt: instant.nullable(),
          resolvedBy: name.nullable(),
        }),
      ),
    }),
  ),
  guarantees: z.array(
    z.object({
      aspect: z.enum(aspects),
      person: name,
      startsOn: day,
      endsOn: day,
      recordedBy: name,
      recordedAt: instant,
    }),
  ),
  decisions: z.array(
    z.object({
      digests: z.array(digest),
      reason: long,
      decidedBy: name,
      decidedAt: instant,
      withdrawnBy: name.nullable(),
      withdrawnAt: instant.nullable(),
    }),
  ),
  events: z.array(
    z.object({
      at: instant,
      person: name,
      action: name,
      details: z.record(name, z.union([long, z.number(), z.null()])),
      seal: z.string().max(64),
    }),
  ),
  // Neither before version 3.
  opportunities: z.array(Opportunity).max(1000).optional(),
  trials: z.array(Trial).max(10_000).optional(),
})
