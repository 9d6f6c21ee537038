import type { Standard } from './messages.ts'

/** The run-time of an LMS, in the same words for both standards. */
export type LmsRuntime = ReturnType<typeof runtimeOf>

const names = {
  'scorm-12': { api: 'API', prefix: 'LMS', end: 'Finish' },
  'scorm-2004': { api: 'API_1484_11', prefix: '', end: 'Terminate' },
}

/** Of the object that an LMS, or who stands for one, gives to a package. */
export const apiNameOf = (standard: Standard) => names[standard].api

/** The name of a function as a standard has it: `commit` is `LMSCommit` in SCORM 1.2. */
export function callNameOf(standard: Standard, call: Call): string {
  const { prefix, end } = names[standard]
  return prefix + (call === 'end' ? end : call[0]!.toUpperCase() + call.slice(1))
}

export type Call = (typeof calls)[number]
export const calls = [
  ...(['initialize', 'getValue', 'setValue', 'commit', 'end'] as const),
  ...(['getLastError', 'getErrorString', 'getDiagnostic'] as const),
]

/** An object for packages to find, under the names of a standard. */
export function asApi(
  standard: Standard,
  given: Record<Call, (...values: string[]) => string>,
) {
  return Object.fromEntries(calls.map((call) => [callNameOf(standard, call), given[call]]))
}

/** An LMS that throws, or has no such function, has refused. */
export function runtimeOf(api: object, standard: Standard) {
  const call = (name: Call, ...values: string[]): string => {
    const functions = api as Record<string, (...values: string[]) => unknown>
    try {
      return String(functions[callNameOf(standard, name)]!(...values) ?? '')
    } catch {
      return 'false'
    }
  }
  return {
    call,
    begin: () => call('initialize', '') !== 'false',
    get: (name: string) => call('getValue', name).replace(/^(false|null|undefined)$/, ''),
    set: (name: string, value: string) => call('setValue', name, value) !== 'false',
    commit: () => call('commit', '') !== 'false',
    end: () => call('end', '') !== 'false',
    error: () => call('getLastError'),
  }
}
