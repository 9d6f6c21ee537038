import { accordion, accordionItem, paragraph } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

const node = accordion(
  accordionItem('Et ensuite ?', paragraph('On évacue.')),
  accordionItem('Et après ?', paragraph('On se compte.')),
)

export default sampleOf('accordion', {
  node: { ...node, attrs: { ...node.attrs, required: true } },
  says: ['Et ensuite ?', 'On évacue.'],
  async play({ element, tabTo, press }) {
    for (const title of ['Et ensuite ?', 'Et après ?']) {
      await tabTo(element.locator('summary', { hasText: title }))
      await press('Enter')
    }
  },
})
