import * as z from 'zod'
import {
  completions,
  navigations,
  type Publication,
  resumes,
  successes,
} from './publication.ts'
import { statusPairs } from './status.ts'

const percent = z.number().int().min(1).max(100)

/** A publication as a form, a profile or a file has it; what is missing is as it is proposed. */
export const PublicationFields = z.strictObject({
  completion: z.enum(completions).default('all'),
  seenPercent: percent.default(100),
  success: z.enum(successes).default('questions'),
  masteryPercent: percent.nullable().default(null),
  status: z.enum(statusPairs).default('passed-incomplete'),
  sendsScore: z.boolean().default(true),
  interactions: z.boolean().default(true),
  objectives: z.boolean().default(true),
  navigation: z.enum(navigations).default('free'),
  resume: z.enum(resumes).default('always'),
  cover: z.boolean().default(true),
  exitLink: z.boolean().default(true),
  learnerRemarks: z.boolean().default(true),
  title: z.string().trim().max(200).default(''),
}) satisfies z.ZodType<Publication>
