import type { NodeJson } from '#content-schema/identity.ts'
import { prompt } from '#tests/builders/document.ts'
import { check, sampleOf } from '../sample.ts'

const asked = 'Dans quel ordre utilise-t-on un extincteur ?'
const steps = ['Retirer la goupille', 'Percuter', 'Viser la base des flammes', 'Balayer']
const ids = ['ordstep001', 'ordstep002', 'ordstep003', 'ordstep004']
const text = (words: string): NodeJson[] => [{ type: 'text', text: words }]

export default sampleOf('ordering', {
  node: {
    type: 'ordering',
    attrs: { points: 2 },
    content: [
      prompt(asked),
      ...steps.map((step, index) => ({
        type: 'orderingItem',
        attrs: { id: ids[index] },
        content: [{ type: 'orderingText', content: text(step) }],
      })),
      { type: 'feedback', content: text('Quatre gestes, toujours les mêmes.') },
      { type: 'feedback' },
    ],
  },
  says: [asked, ...steps],
  answers: ['Bonne réponse', 'Quatre gestes, toujours les mêmes.'],
  /** Takes each step up from wherever it stands to its place. */
  async play(learner) {
    const { element, tabTo, press } = learner
    for (const [place, step] of steps.entries()) {
      const shown = await element.locator('.order-words').allTextContents()
      const up = shown.indexOf(step) - place
      if (up === 0) continue
      await element.getByRole('group').first().evaluate(refocus)
      await tabTo(element.getByRole('button', { name: `Monter : ${step}` }))
      await press('Enter', up)
    }
    await check(learner)
  },
  interactions: {
    scorm12: [{ type: 'sequencing', response: 'a,b,c,d', result: 'correct' }],
    scorm2004: [{ type: 'sequencing', response: ids.join('[,]'), result: 'correct' }],
  },
})

/** Back to the top of the question, so that Tab comes by every button. */
function refocus(group: Element): void {
  const first = group.querySelector('button')
  first?.focus()
}
