import type { TryOut } from '../try.ts'
import type { MadeCall } from './messages.ts'
import { isRefused } from './strict.ts'

export type Api = Record<string, (...args: string[]) => string>
export type Standard = 'scorm-12' | 'scorm-2004'

export type AnsweringParts = {
  /** An LMS that does all that its standard asks for. */
  api: Api
  standard: Standard
  tryOut: TryOut
  /** Whether the learner's session in the LMS still lives. */
  isAlive: () => boolean
  /** Lets a time pass before the answer. */
  wait: (milliseconds: number) => void
  onCall: (call: MadeCall) => void
}

const verbs = ['Initialize', 'Finish', 'Terminate', 'GetValue', 'SetValue', 'Commit']

/** Milliseconds an answer takes over a slow network: what asks the server, and what does not. */
const slowness = { server: 900, memory: 15 }

type Answer = Pick<MadeCall, 'result' | 'errorCode' | 'silently'>

/** The run-time object that a package is given: it answers as the LMS of a try-out does. */
export function answering({
  api,
  standard,
  tryOut,
  isAlive,
  wait,
  onCall,
}: AnsweringParts): Api {
  const prefix = standard === 'scorm-12' ? 'LMS' : ''
  const errors = errorCodes[standard]
  let ownError: string | null = null
  const ask = (verb: string, ...args: string[]) => String(api[prefix + verb]?.(...args) ?? '')
  const refuse = (errorCode: string, result = 'false'): Answer => ({ result, errorCode })

  function answerOf(verb: string, [element = '', value = '']: string[]): Answer {
    if (!isAlive())
      return refuse(errors.dead[verb] ?? '101', verb === 'GetValue' ? '' : 'false')
    const keepsNone = tryOut.interactions === 'none' && element.startsWith('cmi.interactions')
    if (keepsNone) return withoutInteractions(verb, element)
    return verb === 'SetValue' ? set(element, value) : asked(verb, element)
  }

  function asked(verb: string, ...args: string[]): Answer {
    const result = ask(verb, ...args)
    return { result, errorCode: ask('GetLastError') || '0' }
  }

  function set(element: string, value: string): Answer {
    const typeOf = (interaction: string) => ask('GetValue', `${interaction}.type`)
    const strict = tryOut.rules === 'strict'
    if (strict && isRefused(standard, element, value, typeOf)) return refuse(errors.value)
    const tooLong = element === 'cmi.suspend_data' && value.length > tryOut.stateLimit
    if (!tooLong) return asked('SetValue', element, value)
    if (tryOut.tooLong === 'refused') return refuse(errors.value)
    const kept = value.slice(0, tryOut.stateLimit)
    return { ...asked('SetValue', element, kept), silently: 'cut' }
  }

  /** @see SCORM 1.2 Run-Time Environment §3.4.4: interactions are optional there */
  function withoutInteractions(verb: string, element: string): Answer {
    if (standard === 'scorm-12') return refuse('401', verb === 'GetValue' ? '' : 'false')
    if (verb === 'SetValue') return { result: 'true', errorCode: '0', silently: 'forgot' }
    return { result: element.endsWith('_count') ? '0' : '', errorCode: '0' }
  }

  const given = verbs
    .filter((verb) => api[prefix + verb])
    .map((verb) => {
      const method = prefix + verb
      const call = (...args: string[]) => {
        if (tryOut.network === 'slow')
          wait(/Value/.test(verb) ? slowness.memory : slowness.server)
        const answer = answerOf(verb, args)
        ownError = answer.errorCode
        const [element = '', value = ''] = args.map(String)
        onCall({ method, element, value, ...answer })
        return answer.result
      }
      return [method, call] as const
    })
  return {
    ...Object.fromEntries(given),
    [`${prefix}GetLastError`]: () => ownError ?? '0',
    [`${prefix}GetErrorString`]: (code) => ask('GetErrorString', code ?? ''),
    [`${prefix}GetDiagnostic`]: (code) => ask('GetDiagnostic', code ?? ''),
  }
}

/** @see SCORM 1.2 Run-Time Environment §3.3.3, SCORM 2004 4th edition Run-Time Environment §3.1.7 */
const errorCodes: Record<Standard, { value: string; dead: Record<string, string> }> = {
  'scorm-12': { value: '405', dead: {} },
  'scorm-2004': {
    value: '406',
    dead: { GetValue: '301', SetValue: '351', Commit: '391', Terminate: '111' },
  },
}
