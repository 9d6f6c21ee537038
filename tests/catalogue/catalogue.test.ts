import { readFileSync } from 'node:fs'
import { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { accessibilityFindings } from '#content-schema/accessibility/index.ts'
import { completenessFindings } from '#content-schema/completeness.ts'
import { currentFormat, readDocument, writeDocument } from '#content-schema/document.ts'
import { elementSentence } from '#content-schema/element-findings.ts'
import { questionsOf } from '#content-schema/elements.ts'
import { type NodeJson, withIds } from '#content-schema/identity.ts'
import { elements } from '#content-schema/nodes/index.ts'
import { plainText } from '#content-schema/plain-text.ts'
import { elementNames, schema } from '#content-schema/schema.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'
import { upgrades } from '#content-schema/upgrades/index.ts'
import { elementEditors } from '#editor/elements/index.ts'
import { renderModule } from '#packaging/index.ts'
import { elementRenderers } from '#packaging/render/elements/index.ts'
import { doc, section } from '#tests/builders/document.ts'
import { files } from '#tests/builders/package-source.ts'
import { elementSamples } from './elements/index.ts'
import type { ElementSample } from './sample.ts'

const samples: Record<string, ElementSample> = elementSamples

it('every element has a place in each layer, and no layer has one of its own', () => {
  for (const layer of [elementEditors, elementRenderers, elementSamples]) {
    expect(Object.keys(layer).sort()).toEqual([...elementNames].sort())
  }
})

describe.each(elementNames)('the element %s', (name) => {
  const definition = elements[name]
  const sample = samples[name]!
  const page = doc(section('Une page', sample.node))
  const node = page.firstChild!.child(1)
  const editor = elementEditors[name]

  it('keeps what its author wrote, and its own clipboard brings it back', () => {
    page.check()
    expect(node.type.name).toBe(name)
    expect(readDocument(writeDocument(page)).eq(page)).toBe(true)
  })

  it('is made of nodes that it names, and is named in both languages', () => {
    expect(Object.keys(definition.nodes)[0]).toBe(name)
    for (const said of [definition.names, editor.about]) {
      expect(said.fr.trim()).not.toBe('')
      expect(said.en.trim()).not.toBe('')
    }
  })

  it('is found by words without accents or capitals', () => {
    expect(editor.synonyms).toMatch(/^[a-z0-9'/ +-]+$/)
  })

  it('begins as something the schema allows, and says what is left to do', () => {
    const begun = doc(section('Une page', withIds(editor.create())))
    begun.check()
    expect(begun.firstChild!.child(1).type.name).toBe(name)
    for (const { code } of [...completenessFindings(begun), ...accessibilityFindings(begun)]) {
      expect(isSaid(code), code).toBe(true)
    }
  })

  it('is nothing to look at once it is finished', () => {
    expect([...completenessFindings(page), ...accessibilityFindings(page)]).toEqual([])
  })

  it('has settings for each attribute that its content does not show', () => {
    const common = ['id', 'lang', 'competencies', 'tutorNote', 'authorNote', 'locked']
    const own = Object.keys(schema.nodes[name].spec.attrs ?? {}).filter(
      (attribute) => !common.includes(attribute),
    )
    if (own.length > 0) expect(editor.settings, own.join()).not.toBeNull()
  })

  it.each([
    ['on screen', {}],
    ['on paper', { paper: true }],
    ['to reviewers', { answers: true }],
    ['on paper with its answers', { paper: true, answers: true }],
  ])('shows %s all it says', (_, medium) => {
    const html = textOf(render(page, medium))
    for (const words of sample.says) expect(html).toContain(words)
    if ('answers' in medium) {
      for (const words of sample.answers ?? []) expect(html).toContain(words)
    }
  })

  it('keeps its answers from learners', () => {
    const question = readQuestion(node)
    if (!question) return
    expect(render(page, {})).not.toContain('class="verdict"')
    expect(render(page, { paper: true })).not.toContain('class="verdict"')
    expect(sample.answers, 'a question shows its answers to reviewers').toBeDefined()
  })

  it('has its pictures on paper without anybody scrolling to them', () => {
    expect(render(page, { paper: true })).not.toContain('loading="lazy"')
  })

  it('asks for nothing to be pressed on paper', () => {
    const html = render(page, { paper: true })
    expect(html).not.toMatch(/<(button|video|audio|iframe|select|textarea)\b/)
    expect(html).not.toMatch(/<details(?![^>]* open)/)
  })

  it('says itself as plain text', () => {
    for (const words of sample.says) expect(saidBy(page)).toContain(words)
  })

  it('is played in the test of the LMS where it tracks anything', () => {
    const { scorm12, scorm2004, completion } = definition.tracks as Record<string, unknown>
    if (completion || scorm12) expect(sample.play).toBeDefined()
    const holdsQuestions = questionsOf(page).some(({ node: asked }) => asked !== node)
    expect(sample.interactions !== undefined).toBe(scorm12 !== undefined || holdsQuestions)
    if (holdsQuestions) return
    for (const { type } of sample.interactions?.scorm2004 ?? []) {
      expect([scorm2004, 'long-fill-in']).toContain(type)
    }
  })

  it('reads what an earlier format had of it', () => {
    for (const { from, before, after } of sample.upgrades ?? []) {
      const stored = { format: from, doc: wrapped(withIds(before)) }
      const read = readDocument(stored).firstChild!.child(1)
      expect(read.toJSON()).toEqual(Node.fromJSON(schema, after).toJSON())
    }
  })
})

it('each upgrade has a before and an after in a sample', () => {
  const covered = Object.values(samples).flatMap(({ upgrades = [] }) =>
    upgrades.map(({ from }) => from),
  )
  for (const format of upgrades.map((_, index) => index + 1)) expect(covered).toContain(format)
  expect(currentFormat).toBe(upgrades.length + 1)
})

function render(page: Node, medium: { paper?: boolean; answers?: boolean }): string {
  return renderModule(page, {
    language: 'fr',
    contentLanguage: 'fr',
    asset: (digest) => {
      const file = Object.values(files).find((each) => each.digest === digest)
      return file ? { ...file, url: `media/${digest.slice(0, 8)}${file.extension}` } : null
    },
    ...medium,
  })
}

/** What is in the page for those who read it, alternatives and names of fields among it. */
function textOf(html: string): string {
  const named = [...html.matchAll(/ (?:alt|aria-label|title)="([^"]*)"/g)].map(
    ([, said]) => said,
  )
  const text = [html.replace(/<[^>]+>/g, ''), ...named].join(' ')
  return text
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

/** The plain text, and what the interface itself says of answers that are not the author's words. */
function saidBy(page: Node): string {
  return `${plainText(page)} Vrai Faux`
}

/** Whether a finding has its sentences: its element's, or those of all. */
function isSaid(code: string): boolean {
  if (elementSentence(code, 'fr') && elementSentence(code, 'en')) return true
  return ['fr', 'en'].every((language) => {
    const path = `app/i18n/${language}/findings.json`
    return code in JSON.parse(readFileSync(path, 'utf8')).codes
  })
}

function wrapped(node: NodeJson): NodeJson {
  const title: NodeJson = { type: 'sectionTitle' }
  return withIds({ type: 'doc', content: [{ type: 'section', content: [title, node] }] })
}
