import { undo } from '@tiptap/pm/history'
import { describe, expect, it } from 'vitest'
import { type NodeJson, repeatedIds, walk } from '#content-schema/identity.ts'
import { insertTemplate } from '#editor/commands/insert-template.ts'
import { offersFor } from '#editor/insert/offers.ts'
import { localRecents, type TemplateRow, type Templates } from '#editor/templates.ts'
import { fr } from '#editor/words/fr.ts'
import { browserStorage } from '#tests/builders/browser-storage.ts'
import { link, paragraph, section as sectionOf, withId } from '#tests/builders/document.ts'
import { p, section, type, Writing } from './writing.ts'

describe('a template', () => {
  const kept = sectionOf(
    'Consignes',
    withId('consigne01', paragraph('Lire la suite : ', link('#consigne02', 'les gestes'))),
    withId('consigne02', paragraph('Les gestes')),
  )

  it('is inserted under new ids, the links inside it following', () => {
    const writing = new Writing(section('Une section', p('Un')))
    const template = { ...kept, attrs: { id: 'consigne00' } }
    writing.at('Un').run(insertTemplate(template))
    writing.run(insertTemplate(template))
    const doc = writing.state.doc.toJSON() as NodeJson
    expect(doc.content).toHaveLength(3)
    expect(repeatedIds(doc)).toEqual([])
    expect(JSON.stringify(doc)).not.toContain('consigne0')
    const [first] = writing.idsOf('Les gestes')
    expect(hrefs(doc)).toContain(`#${first}`)
  })

  it('of a section comes after the one that is written', () => {
    const writing = new Writing(section('Première', p('Un')), section('Dernière', p('Deux')))
    writing.at('Un').run(insertTemplate(kept))
    expect(writing.state.doc.child(1).firstChild?.textContent).toBe('Consignes')
  })

  it('takes the place of an empty paragraph, as an element does', () => {
    const writing = new Writing(section('Une section', p('Un'), p('')))
    writing.at('', 0).run(insertTemplate(paragraph('Modèle')))
    expect(writing.outline()).toEqual([['paragraph Un', 'paragraph Modèle']])
  })

  it('of a locked element is not locked', () => {
    const writing = new Writing(section('Une section', p('Un')))
    const locked = { type: 'divider', attrs: { locked: true } }
    writing.at('Un').run(insertTemplate(locked))
    expect(writing.state.doc.child(0).lastChild?.attrs.locked).toBe(false)
  })

  it('is taken out by one undo, and what was typed just before stays', () => {
    const writing = new Writing(section('Une section', p('Un')))
    writing.at('Un', 2).run(type(' et quart'))
    writing.run(insertTemplate(paragraph('Modèle')))
    expect(writing.outline()).toEqual([['paragraph Un et quart', 'paragraph Modèle']])
    writing.run(undo)
    expect(writing.outline()).toEqual([['paragraph Un et quart']])
  })
})

describe('the menu', () => {
  const row: TemplateRow = {
    ...{ id: 'template01', name: 'Consignes de sécurité', kind: 'element' },
    ...{ nodeName: 'callout', mine: true, owner: 'Camille Roussel' },
  }
  const recents = localRecents(browserStorage(), 'camille')
  const offers = (query: string) =>
    offersFor(query, { words: fr, reuse: null, recents, templates: templatesOf([row]) })

  it('shows what was inserted last before all, while nothing is typed, and five at most', () => {
    for (const name of [
      'table',
      'image',
      'video',
      'table',
      'quote',
      'audio',
      'callout',
      'math',
    ]) {
      recents.add(name)
    }
    const first = offers('').filter(({ group }) => group === 'recent')
    expect(first.map(({ name }) => name)).toEqual(['math', 'callout', 'audio', 'table'])
    expect(offers('').slice(0, 4)).toEqual(first)
    expect(offers('tab').some(({ group }) => group === 'recent')).toBe(false)
  })

  it('remembers for one person only, and nothing where the browser refuses', () => {
    const storage = browserStorage()
    localRecents(storage, 'camille').add('table')
    expect(localRecents(storage, 'camille').read()).toEqual(['table'])
    expect(localRecents(storage, 'idriss').read()).toEqual([])
    storage.setItem('grainotheque.recents.idriss', '{"not":"a list"}')
    expect(localRecents(storage, 'idriss').read()).toEqual([])
  })

  it('finds templates by any word of their name, accents or not, in a group of their own', () => {
    for (const query of ['consignes', 'securite', 'de séc']) {
      expect(offers(query).at(-1)).toMatchObject({ label: row.name, group: 'template' })
    }
    expect(offers('curite').some(({ group }) => group === 'template')).toBe(false)
    expect(offers('').at(-1)).toMatchObject({ label: row.name })
  })

  it('says whose a template is', () => {
    const theirs = { ...row, mine: false }
    const [offered] = offersFor('consignes', {
      words: fr,
      reuse: null,
      recents: null,
      templates: templatesOf([theirs]),
    })
    expect(offered?.about.fr).toBe('Modèle de Camille Roussel')
  })
})

function templatesOf(rows: TemplateRow[]): Templates {
  const nothing = () => undefined
  const read = async () => null
  return { known: () => rows, listen: () => nothing, read, keep: nothing, manage: nothing }
}

function hrefs(node: NodeJson): unknown[] {
  const found: unknown[] = []
  walk(node, ({ marks }) => found.push(...(marks ?? []).map(({ attrs }) => attrs?.href)))
  return found
}
