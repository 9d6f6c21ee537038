import { elements } from '#content-schema/nodes/index.ts'
import { elementNames } from '#content-schema/schema.ts'
import { print, printJson, type Verb } from '../verb.ts'

export const nodes: Verb = {
  name: 'nodes',
  usage: '[--json]',
  summary: 'Lists the elements a module can contain, and what each reports to an LMS.',
  options: { json: { type: 'boolean' } },
  words: 0,
  async run({ options }) {
    const catalogue = elementNames.map((name) => {
      const { names, wave, group, tracks } = elements[name]
      return { name, french: names.fr, english: names.en, wave, group, tracks }
    })
    if (options.json) return printJson(catalogue)
    for (const { name, french, wave, tracks } of catalogue) {
      const told = Object.entries(tracks).map(([where, what]) => `${where}: ${what}`)
      print([name, french, `wave ${wave}`, told.join(', ') || 'progress only'].join('\t'))
    }
  },
}
