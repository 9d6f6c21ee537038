import type { Node } from 'prosemirror-model'
import { assessmentsOf, questionsOf, requiredOf } from '#content-schema/elements.ts'
import { readAssessment } from '#content-schema/scoring/read-assessment.ts'
import { hasQuestions } from '../pipeline/has-questions.ts'
import type { Publication } from './publication.ts'
import { PublicationFields } from './read-publication.ts'

/**
 * What is proposed for a module. On failure nothing final is said: in several LMSs `failed` takes
 * further attempts away.
 *
 * @see adapt-contrib-spoor, README, `_onAssessmentFailure`
 */
export function standardPublication(doc: Node): Publication {
  return PublicationFields.parse(
    hasQuestions(doc) ? {} : { success: 'none', status: 'completed-incomplete' },
  )
}

/** A rule that asks for what this module has not would complete it at once, or never. */
export function applicable(publication: Publication, doc: Node): Publication {
  const has = whatHas(doc)
  const { completion, seenPercent, success } = publication
  return {
    ...publication,
    completion: applicableCompletion(completion, has),
    seenPercent: completion.startsWith('seen') ? seenPercent : 100,
    success: applicableSuccess(success, has),
  }
}

/** What rules can ask for in a module. */
export type Has = { evaluations: boolean; required: boolean; questions: boolean }

export function whatHas(doc: Node): Has {
  return {
    evaluations: assessmentsOf(doc).some(({ node }) => readAssessment(node) !== null),
    required: requiredOf(doc).length > 0 || questionsOf(doc).length > 0,
    questions: hasQuestions(doc),
  }
}

function applicableCompletion(
  completion: Publication['completion'],
  { evaluations, required }: Has,
): Publication['completion'] {
  if (completion === 'seen-and-evaluation' && !evaluations) return 'seen'
  if (completion === 'evaluation' && !evaluations) return 'all'
  if (completion === 'required' && !required) return 'all'
  return completion
}

function applicableSuccess(
  success: Publication['success'],
  { evaluations, questions }: Has,
): Publication['success'] {
  if (!questions) return 'none'
  return success === 'evaluation' && !evaluations ? 'questions' : success
}
