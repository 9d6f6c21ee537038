type Standard = 'scorm-12' | 'scorm-2004'

const identifier = /^[A-Za-z0-9._-]{1,250}$/

/** What Moodle 4.5 or ADL's test suite refuse and scorm-again takes, measured on each. */
const rules: Record<Standard, [element: RegExp, value: RegExp][]> = {
  'scorm-12': [
    [/^cmi\.(interactions|objectives)\.\d+\.id$/, identifier],
    [
      /^cmi\.interactions\.\d+\.result$/,
      /^(correct|wrong|unanticipated|neutral|-?\d+(\.\d+)?)$/,
    ],
    [/\.(session_time|latency)$/, /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/],
    [/^cmi\.core\.exit$/, /^(time-out|suspend|logout|)$/],
  ],
  'scorm-2004': [
    [/^cmi\.(interactions|objectives)\.\d+(\.objectives\.\d+)?\.id$/, identifier],
    [
      /^cmi\.interactions\.\d+\.timestamp$/,
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,2})?(Z|[+-]\d\d:\d\d)?$/,
    ],
  ],
}

const choices = /^([A-Za-z0-9._-]{1,250}(\[,\][A-Za-z0-9._-]{1,250})*)?$/

/**
 * Whether the strictest of the LMSs we know refuses a value that scorm-again would take.
 *
 * @param typeOf the type of the interaction that an element belongs to
 */
export function isRefused(
  standard: Standard,
  element: string,
  value: string,
  typeOf: (interaction: string) => string,
): boolean {
  if (rules[standard].some(([name, form]) => name.test(element) && !form.test(value)))
    return true
  const [, interaction] = /^(cmi\.interactions\.\d+)\.learner_response$/.exec(element) ?? []
  return interaction !== undefined && typeOf(interaction) === 'choice' && !choices.test(value)
}
