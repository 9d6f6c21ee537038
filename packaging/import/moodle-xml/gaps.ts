import { parseHTML } from 'linkedom'
import { childNamed, type Element } from '#packaging/xml/parse-xml.ts'
import { clozeFrom, type ForeignGap, gapMark } from '../gaps.ts'
import { exactly } from '../question-nodes.ts'
import { say } from '../question-reading.ts'
import { readGap } from './cloze-syntax.ts'
import { childrenNamed, combinedFeedback, type Reader, richIn, textIn, valueIn } from './met.ts'

/** `{1:SHORTANSWER:=Paris}` in the text; a brace or a backslash inside is escaped. */
const written = /\{\d*:[A-Z_]+:(?:\\.|[^\\}]){0,2000}\}/g

/** Moodle's “embedded answers”. */
export const cloze: Reader = (met) => {
  const { question, general, reading } = met
  const rich = richIn(childNamed(question, 'questiontext'))
  const gaps: (ForeignGap | null)[] = []
  let capitals = false
  const text = rich.text.replace(written, (whole) => {
    const gap = readGap(bare(whole), (code) => say(reading, code))
    capitals ||= gap?.capitals ?? false
    return gapMark(gaps.push(gap) - 1)
  })
  const known = gaps.filter((gap) => gap !== null)
  if (known.length < gaps.length) return null
  const said = { right: general, wrong: general }
  return clozeFrom({ ...rich, text }, known, exactly(capitals), said, reading)
}

/** Each gap has a list of its own. */
export const gapselect: Reader = (met) => withBoxes(met, 'selectoption', false)

/** All words stand above the text. */
export const ddwtos: Reader = (met) => withBoxes(met, 'dragbox', true)

/** `[[2]]` is the second of the words; those of its group are what it is chosen among. */
function withBoxes(met: Parameters<Reader>[0], name: string, bank: boolean) {
  const { question, reading } = met
  const rich = richIn(childNamed(question, 'questiontext'))
  const boxes = childrenNamed(question, name).map(boxOf)
  const gaps: ForeignGap[] = []
  const text = rich.text.replace(/\[\[(\d{1,3})\]\]/g, (_, place: string) => {
    const box = boxes[Number(place) - 1]
    const others = boxes.filter(
      ({ group, words }) => group === box?.group && words !== box.words,
    )
    const accepted = box ? [box.words] : []
    return gapMark(gaps.push({ accepted, choices: others.map(({ words }) => words) }) - 1)
  })
  const asWritten = bank && boxes.length === gaps.length
  const filled = asWritten ? gaps.map((gap) => ({ ...gap, choices: [] })) : gaps
  const attrs = { ...exactly(true), ...(asWritten && { bank: true }) }
  return clozeFrom({ ...rich, text }, filled, attrs, combinedFeedback(met), reading)
}

function boxOf(box: Element) {
  return { words: bare(textIn(box)), group: valueIn(box, 'group') || '1' }
}

/** What an HTML text says, its tags and entities read. */
function bare(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  return (document.body.textContent ?? '').replace(/\s+/g, ' ').trim()
}
