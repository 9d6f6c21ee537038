import { expect, it } from 'vitest'
import { replaceablePart, withWords } from '#content-schema/replacement.ts'
import { schema } from '#content-schema/schema.ts'

const bold = { type: 'bold' }
const link = { type: 'link', attrs: { href: 'https://exemple.fr' } }

/** A paragraph of runs: words, and the mark they have. */
function paragraph(...runs: [string, object?][]) {
  return schema.nodeFromJSON({
    type: 'paragraph',
    attrs: { id: 'paragr0001' },
    content: runs.map(([text, mark]) => ({
      type: 'text',
      text,
      ...(mark && { marks: [mark] }),
    })),
  })
}

function runs(json: { content?: { text?: string; marks?: { type: string }[] }[] }) {
  return json.content?.map(({ text, marks = [] }) => [text, ...marks.map(({ type }) => type)])
}

it('marks stay on the words that stay', () => {
  const node = paragraph(
    ['On plie ', bold],
    ['les genoux, '],
    ['le dos', link],
    [' reste droit.'],
  )
  expect(runs(withWords(node, 'On plie les jambes, le dos reste bien droit.'))).toEqual([
    ['On plie ', 'bold'],
    ['les jambes, '],
    ['le dos', 'link'],
    [' reste bien droit.'],
  ])
})

it('words that take the place of marked ones are marked alike', () => {
  const node = paragraph(['Lisez '], ['la notice', link], [' avant.'])
  expect(runs(withWords(node, 'Lisez le manuel avant.'))).toEqual([
    ['Lisez '],
    ['le manuel', 'link'],
    [' avant.'],
  ])
})

it('over 500 random texts, the words are those that were asked for', () => {
  const words = ['le', 'dos', 'reste', 'droit', 'genoux', '🧯', 'plie', 'on']
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  const text = () =>
    Array.from({ length: 1 + random(9) }, () => words[random(words.length)]).join(' ')
  for (let time = 0; time < 500; time += 1) {
    const node = paragraph([`${text()} `, bold], [`${text()} `], [text(), link])
    const asked = text()
    const said = schema.nodeFromJSON(withWords(node, asked))
    said.check()
    expect(said.textContent).toBe(asked)
  }
})

it('nothing is replaced where something that is no word stands among the words', () => {
  const lineBreak = schema.nodeFromJSON({
    ...{ type: 'paragraph', attrs: { id: 'paragr0001' } },
    content: [
      { type: 'text', text: 'Un' },
      { type: 'hardBreak' },
      { type: 'text', text: 'deux' },
    ],
  })
  expect(replaceablePart(lineBreak)).toBeNull()
  expect(() => withWords(lineBreak, 'Trois')).toThrow(RangeError)
})

it('a question is asked in other words, its answers left alone', () => {
  const question = schema.nodeFromJSON({
    ...{ type: 'trueFalse', attrs: { id: 'questi0001' } },
    content: schema.nodes.trueFalse!.createAndFill({ id: 'questi0001' })!.toJSON().content,
  })
  const asked = withWords(question, 'Le feu couve-t-il ?')
  expect(schema.nodeFromJSON(asked).firstChild!.textContent).toBe('Le feu couve-t-il ?')
  expect(asked.content!.slice(1)).toEqual(question.toJSON().content.slice(1))
})
