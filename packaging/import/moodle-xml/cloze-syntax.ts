import type { ForeignGap } from '../gaps.ts'
import type { ImportCode } from '../imported.ts'
import { withoutWildcards } from '../wildcards.ts'

type Answer = { fraction: number; text: string; feedback: string }

const typed = /^(SHORTANSWER|SA|MW)(_?C)?$/
const numbers = /^(NUMERICAL|NM)$/
const chosen = /^(MULTICHOICE|MC)(_?[VH]?S?)$/

/**
 * Reads one gap, for example `{1:SHORTANSWER:=Paris#Oui~%50%Lutèce}`; its marks and what is said to
 * one answer have no place in a gap of ours.
 *
 * @param say called with what is lost
 * @returns `null` for a kind that is none of ours
 * @see Moodle documentation, “Embedded Answers (Cloze) question type”
 */
export function readGap(
  written: string,
  say: (code: ImportCode) => void,
): (ForeignGap & { capitals: boolean }) | null {
  const [, , type = '', body = ''] = /^\{(\d*):([A-Z_]+):([\s\S]*)\}$/.exec(written) ?? []
  const answers = answersIn(body)
  const right = answers.filter(({ fraction }) => fraction > 0)
  if (right.some(({ fraction }) => fraction < 100)) say('import.weight')
  if (answers.some(({ feedback }) => feedback !== '')) say('import.feedback')
  const capitals = /C$/.test(type) && typed.test(type) && !/MC$/.test(type)
  if (typed.test(type)) {
    const words = right.map(({ text }) => text)
    const accepted = withoutWildcards(words, () => say('import.wildcard'))
    return { accepted, choices: [], capitals }
  }
  if (numbers.test(type)) return { ...numberGap(right, say), capitals: false }
  if (!chosen.test(type)) return null
  const wrong = answers.filter(({ fraction }) => fraction <= 0)
  const best = right.filter(
    ({ fraction }) => fraction === Math.max(...right.map((a) => a.fraction)),
  )
  const others = [...wrong, ...right.filter((answer) => !best.includes(answer))]
  return {
    accepted: best.map(({ text }) => text),
    choices: others.map(({ text }) => text),
    capitals: false,
  }
}

/** Our gaps hold words: a number is accepted as it is written, with a point or a comma. */
function numberGap(right: Answer[], say: (code: ImportCode) => void): ForeignGap {
  const parts = right.map(({ text }) => text.split(':'))
  if (parts.some(([, tolerance]) => Number(tolerance ?? 0) !== 0)) say('import.tolerance')
  const accepted = parts.flatMap(([value = '']) => [
    value.trim(),
    value.trim().replace('.', ','),
  ])
  return { accepted: [...new Set(accepted)], choices: [] }
}

function answersIn(body: string): Answer[] {
  const parts = splitAt(body, '~').filter((part) => part.trim() !== '')
  return parts.map((part) => {
    const [, sign = '', percent = ''] = /^\s*(=|%(-?\d+(?:\.\d+)?)%)?/.exec(part) ?? []
    const [text = '', ...feedback] = splitAt(part.trimStart().slice(sign.length), '#')
    const fraction = sign === '=' ? 100 : Number(percent || 0)
    return { fraction, text: unescaped(text), feedback: unescaped(feedback.join('#')) }
  })
}

/** Splits at a sign that no backslash stands before. */
function splitAt(text: string, sign: string): string[] {
  return text.split(new RegExp(`(?<!\\\\)${sign}`))
}

function unescaped(text: string): string {
  return text.replace(/\\([~=#{}"\\/])/g, '$1').trim()
}
