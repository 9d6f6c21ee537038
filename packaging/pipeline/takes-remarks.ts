import type { PackageSettings } from '../package-source.ts'

/**
 * Whether learners may rate a module and remark on it: only where we are told ourselves. What an LMS
 * is told goes under a learner's name.
 */
export function takesRemarks({ traces, publication }: PackageSettings): boolean {
  return traces !== null && publication.learnerRemarks
}
