import type { AssessmentPlayer, Behaviour } from '../behaviour.ts'
import { fill } from '../i18n/words.ts'
import { all, byId, on, one, showWhen } from '../view/dom.ts'

/** An introduction, the questions of the attempt, then the result; again, while attempts remain. */
const behaviour: Behaviour = {
  wire(element, { assessment, onChange }) {
    if (!assessment) return
    const now = one('.evaluation-now', element)
    const asking = one('.evaluation-ask', element)
    const refresh = () => show(element, assessment)
    const missing = () => assessment.asked().filter((each) => !each.answered)
    const act = (action: () => void) => () => {
      action()
      arrange(element, assessment.asked())
      asking.hidden = true
      refresh()
      now.focus()
    }
    for (const begin of all('.evaluation-begin', element))
      on(begin, 'click', act(assessment.begin))
    const handIn = act(assessment.handIn)
    on(one('.evaluation-in', element), 'click', () => {
      const n = missing().length
      if (n === 0) return handIn()
      const said = one('p', asking)
      said.textContent = fill((n > 1 ? said.dataset.more : said.dataset.one)!, { n })
      asking.hidden = false
      said.focus()
    })
    on(one('.evaluation-go', asking), 'click', () => {
      asking.hidden = true
      const first = byId(missing()[0]?.id ?? '')
      first?.querySelector<HTMLElement>(fields)?.focus()
    })
    on(one('.evaluation-anyway', asking), 'click', handIn)
    arrange(element, assessment.asked())
    refresh()
    onChange(refresh)
  },
}
export default behaviour

const fields = 'fieldset :is(input, select, textarea, button)'

function show(element: HTMLElement, { now, asked }: AssessmentPlayer): void {
  const { begun, open, last, best, left, corrected } = now()
  const done = begun > 0 && !open
  const verdict = last ? (last.passed ? 'passed' : 'failed') : 'received'
  const total = asked().length
  const given = asked().filter((each) => each.answered).length
  const said = one('.evaluation-now', element)
  const state = open ? 'open' : verdict
  const n = last ? percent(last.score.scaled) : begun
  said.className = `evaluation-now is-${state}`
  said.hidden = begun === 0
  said.textContent = fill(said.dataset[state]!, { n })
  const facts = {
    new: begun === 0,
    begun,
    open,
    best: done && last && best && last.score.scaled < best.scaled,
    left: done && left > 1,
    one: done && left === 1,
    none: done && left === 0,
    again: done && left > 0,
    corrected: done && corrected,
    later: done && !corrected,
  }
  const values = {
    n: best ? percent(best.scaled) : 0,
    left,
    given,
    total,
  }
  for (const part of [element, ...all(':scope > div', element)]) showWhen(part, facts, values)
}

/** Shows the questions of the attempt, in its order, in the places they have in the page. */
function arrange(element: HTMLElement, asked: { id: string }[]): void {
  const shown = asked.map(({ id }) => byId(id)!)
  const spots = all('form[data-question]', element).flatMap((form) => {
    form.hidden = !shown.includes(form)
    if (form.hidden) return []
    const spot = document.createComment('')
    form.replaceWith(spot)
    return spot
  })
  spots.forEach((spot, index) => {
    spot.replaceWith(shown[index]!)
  })
}

/** Never rounded up to a threshold that was missed. */
function percent(scaled: number): number {
  return Math.floor(scaled * 100)
}
