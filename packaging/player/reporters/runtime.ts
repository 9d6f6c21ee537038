/** The run-time object of an LMS, spoken to in the words of its standard. */
export type Runtime = {
  /** Calls the function of this name, less the standard's prefix; `'false'` where it throws. */
  ask(name: string, ...values: string[]): string
  /** Empty when the LMS has no such value, or does not say. */
  get(name: string): string
  /** Whether it was taken. */
  set(name: string, value: string): boolean
}

/** @param api functions of texts that answer a text, if all goes well */
export function runtimeOf(api: object, prefix: string): Runtime {
  const ask = (name: string, ...values: string[]) => {
    const functions = api as Record<string, (...values: string[]) => unknown>
    try {
      return String(functions[prefix + name]!(...values) ?? '')
    } catch {
      return 'false'
    }
  }
  return {
    ask,
    get: (name) => ask('GetValue', name).replace(/^(false|null|undefined)$/, ''),
    set: (name, value) => ask('SetValue', name, value) !== 'false',
  }
}
