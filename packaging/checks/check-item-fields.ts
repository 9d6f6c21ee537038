import type { SchemaSet } from '../standards/schemas.ts'
import { type Element, elementsNamed } from '../xml/parse-xml.ts'
import { cycles } from './cycles.ts'
import { type PackageFinding, packageError, packageWarning } from './finding.ts'

/**
 * What ADL adds to an item: how long, from which score, after which others. Schemas only know the
 * lengths of these texts.
 *
 * @see SCORM 1.2 Content Aggregation Model §2.3.2; SCORM 2004 4th edition, the same §3.4.1
 */
export function checkItemFields(manifest: Element, set: SchemaSet): PackageFinding[] {
  const items = elementsNamed(manifest, 'item')
  const scos = scosOf(manifest)
  const fields = items.flatMap((item) =>
    item.children
      .filter(isAdl)
      .flatMap((field) => [
        ...checkName(field, set),
        ...checkValue(field, item),
        ...(scos.has(item.attributes.identifierref ?? '') ? [] : withoutSco(field, item)),
      ]),
  )
  return set === 'scorm-12' ? [...fields, ...checkPrerequisites(items)] : fields
}

function scosOf(manifest: Element): Set<string> {
  const scos = elementsNamed(manifest, 'resource').filter(({ attributes }) =>
    /^sco$/i.test(attributes.scormtype ?? attributes.scormType ?? ''),
  )
  return new Set(scos.map(({ attributes }) => attributes.identifier ?? ''))
}

function isAdl({ namespace }: Element): boolean {
  return /adlcp/.test(namespace)
}

const names: Record<'scorm-12' | 'scorm-2004', readonly string[]> = {
  'scorm-12': [
    ...['prerequisites', 'maxtimeallowed', 'timelimitaction', 'datafromlms'],
    'masteryscore',
  ],
  'scorm-2004': ['timeLimitAction', 'dataFromLMS', 'completionThreshold', 'data'],
}

/** SCORM 1.2 writes `datafromlms`, SCORM 2004 `dataFromLMS`: an LMS reads only its own. */
function checkName({ name, line }: Element, set: SchemaSet): PackageFinding[] {
  const known = names[set === 'scorm-12' ? set : 'scorm-2004']
  const wanted = known.find((each) => each.toLowerCase() === name.toLowerCase())
  return wanted === undefined || wanted === name
    ? []
    : [packageError('manifest.element-case', { name, wanted, line })]
}

/** Of those that only a SCO can use; prerequisites hold for whatever an item leads to. */
function withoutSco({ name, line }: Element, { attributes }: Element): PackageFinding[] {
  const identifier = attributes.identifier ?? ''
  return name === 'prerequisites'
    ? []
    : [packageWarning('manifest.field-without-sco', { name, identifier, line })]
}

const limitActions = [
  'exit,message',
  'exit,no message',
  'continue,message',
  'continue,no message',
]

type Rule = { code: Parameters<typeof packageError>[0]; holds: (value: string) => boolean }

const values: Record<string, Rule> = {
  masteryscore: {
    code: 'manifest.bad-mastery-score',
    holds: (value) => /^\d{1,3}(\.\d+)?$/.test(value) && Number(value) <= 100,
  },
  // CMITimespan
  maxtimeallowed: {
    code: 'manifest.bad-time-allowed',
    holds: (value) => /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/.test(value),
  },
  timelimitaction: {
    code: 'manifest.bad-time-limit-action',
    holds: (value) => limitActions.includes(value),
  },
}

function checkValue({ name, text, line }: Element, { attributes }: Element): PackageFinding[] {
  const rule = values[name.toLowerCase()]
  const value = text.trim()
  // Several tools write every field and leave most of them empty: an LMS then has none.
  if (!rule || value === '' || rule.holds(value)) return []
  const identifier = attributes.identifier ?? ''
  return [packageError(rule.code, { identifier, value: value.slice(0, 100), line })]
}

/**
 * Each prerequisite is an item of this package, and none waits for itself.
 *
 * @see SCORM 1.2 Content Aggregation Model §2.3.2.5.1, `aicc_script`
 */
function checkPrerequisites(items: Element[]): PackageFinding[] {
  const known = new Set(items.map(({ attributes }) => attributes.identifier ?? ''))
  const edges = new Map<string, string[]>()
  const found = items.flatMap((item) => {
    const identifier = item.attributes.identifier ?? ''
    return item.children
      .filter(({ name }) => name === 'prerequisites')
      .flatMap(({ text, line }) => {
        const script = text.trim()
        const wanted = wantedBy(script)
        edges.set(identifier, wanted)
        return [
          ...(isBalanced(script)
            ? []
            : [packageError('manifest.bad-prerequisites', { identifier, script, line })]),
          ...wanted
            .filter((each) => !known.has(each))
            .map((each) =>
              packageError('manifest.unknown-prerequisite', { identifier, wanted: each, line }),
            ),
        ]
      })
  })
  const loops = cycles(edges).map((loop) =>
    packageWarning('manifest.circular-prerequisites', { loop: loop.join(' → ') }),
  )
  return [...found, ...loops]
}

/** The items of a script: not the status that one must have, nor a number of them. */
function wantedBy(script: string): string[] {
  const plain = script.replace(/(=|<>)\s*("[^"]*"|[\w ]+)/g, ' ')
  return [...new Set(plain.match(/[\p{L}_][\p{L}\p{Nd}._-]*/gu) ?? [])]
}

/** Whether its brackets close, and it joins nothing by what is no sign of the language. */
function isBalanced(script: string): boolean {
  const open: string[] = []
  for (const sign of script.match(/[(){}]/g) ?? []) {
    if (sign === '(' || sign === '{') open.push(sign)
    else if (open.pop() !== (sign === ')' ? '(' : '{')) return false
  }
  return open.length === 0 && !/&&|\|\||[&|~=,]\s*$|^\s*[&|=,]/.test(script)
}
