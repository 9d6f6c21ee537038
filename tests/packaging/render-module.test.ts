import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { nodes } from '#content-schema/schema.ts'
import { type RenderOptions, renderModule } from '#packaging/index.ts'
import { mediaPath } from '#packaging/pipeline/media-path.ts'
import { h, jsonBlock } from '#packaging/render/html.ts'
import {
  accordion,
  accordionItem,
  anyDigest,
  attachment,
  audio,
  callout,
  doc,
  heading,
  image,
  multipleChoice,
  numeric,
  paragraph,
  right,
  section,
  singleChoice,
  table,
  trueFalse,
  video,
  withId,
  wrong,
} from '#tests/builders/document.ts'
import { asset, everyNode, packageSource } from '#tests/builders/package-source.ts'
import { elementSamples } from '#tests/catalogue/elements/index.ts'

const source = packageSource()
const options: RenderOptions = {
  language: 'fr',
  contentLanguage: 'fr',
  asset: (digest) => {
    const found = source.assets.get(digest)
    return found ? { ...found, url: mediaPath(found) } : null
  },
}

const shown = (document: Node, more: Partial<RenderOptions> = {}) =>
  renderModule(document, { ...options, ...more })

describe('a module as HTML', () => {
  const html = shown(everyNode())

  it('shows every node, here or in the sample of its element', () => {
    // A reference stands in no package: what it leads to does.
    const met = new Set(['doc', 'moduleRow', 'reuse', 'questionDraw'])
    const samples = doc(...Object.values(elementSamples).map(({ node }) => node))
    for (const document of [everyNode(), samples]) {
      document.descendants((node) => {
        met.add(node.type.name)
      })
    }
    expect(shown(samples)).toContain('data-section')
    expect([...met].sort()).toEqual(Object.keys(nodes).sort())
  })

  it('is one section a page, under titles of level 2', () => {
    expect(html.match(/<section [^>]*data-section/g)).toHaveLength(3)
    expect(html.match(/<h2 /g)).toHaveLength(3)
    expect(html).not.toContain('<h1')
  })

  it('gives pictures their text, their size and their place', () => {
    expect(html).toContain('alt="Un extincteur à eau" width="1" height="1" loading="lazy"')
    expect(html).toContain('alt=""')
    expect(html).toContain('<figcaption>Un extincteur</figcaption>')
  })

  it('gives films their captions, their still picture and their transcript', () => {
    expect(html).toMatch(/<video controls [^>]*poster="media\/[0-9a-f]{16}\.png"/)
    expect(html).toMatch(/<track kind="captions" src="media\/[0-9a-f]{16}\.vtt" srclang="fr"/)
    expect(html).toContain('<summary>Transcription</summary><p>On retire la goupille.</p>')
  })

  it('ties the cells of a table to their headers', () => {
    expect(html).toContain('<thead><tr><th scope="col"><p id="')
  })

  it('says the type and the size of a document to download, and a plain name for it', () => {
    expect(html).toMatch(/download="Fiche-memo\.pdf"/)
    expect(html).toMatch(/PDF, 123\sko/)
  })

  it('says the type of a document in a word, also where its address does not tell', () => {
    const nameless = (digest: string) => ({
      ...options.asset(digest, 'full')!,
      url: `/files/${digest}`,
    })
    const printed = shown(everyNode(), { asset: nameless })
    expect(printed).toMatch(/PDF, 123\sko/)
    expect(printed).not.toContain('APPLICATION/')
  })

  it('asks each question in a group with its legend, and hides what is said afterwards', () => {
    expect(html.match(/<form [^>]*data-question/g)).toHaveLength(4)
    expect(html.match(/<fieldset><legend>/g)).toHaveLength(4)
    expect(html.match(/<p class="feedback"/g)?.length).toBe(
      html.match(/<p class="feedback" data-feedback="\w+" hidden>/g)?.length,
    )
  })

  it('does not tell which answer is right', () => {
    expect(html).not.toContain('Bonne réponse<')
    expect(html).not.toContain('checked')
  })

  it('opens the web beside the module, and says so', () => {
    expect(html).toContain('target="_blank" rel="noopener noreferrer">Le site<span')
    expect(html).toContain('<a href="#paragr0001">plus haut</a>')
  })

  it('has no inline style and no script', () => {
    expect(html).not.toMatch(/<[^>]+\s(style|on\w+)=|<script|<style/)
  })
})

describe('a module for its reviewers', () => {
  const html = shown(everyNode(), { answers: true, nodeIds: true })

  it('shows which answer is right, what is said to each, and the points', () => {
    expect(html).toContain('Bonne réponse : 18 (à 0,5 près)')
    expect(html).toContain('<p class="feedback" data-feedback="choice">Non : on se blesse.</p>')
    expect(html).toContain('Points : 2 · essais : 2')
    expect(html).not.toContain('<button')
  })

  it('says which node each element shows', () => {
    const document = everyNode()
    document.descendants((node) => {
      const { id } = node.attrs
      if (id) expect(html, node.type.name).toContain(`data-node-id="${id}"`)
    })
  })

  it('shows that a file is still to be chosen', () => {
    expect(shown(doc(image({ asset: null })), { answers: true })).toContain('Aucun fichier')
    expect(shown(doc(image({ asset: null })))).not.toContain('Aucun fichier')
  })
})

describe('hostile text', () => {
  const evil = `"><img src=x onerror=alert(1)></script><script>alert(2)</script>'&\u0000`
  const digest = { asset: anyDigest, captions: anyDigest, poster: anyDigest }
  const everywhere = doc(
    section(
      evil,
      heading(3, evil),
      paragraph(evil),
      callout('tip', paragraph(evil)),
      image({ ...digest, alt: evil, caption: evil, longDescription: evil }),
      video({ ...digest, title: evil, transcript: evil }),
      audio({ asset: anyDigest, captions: null, title: evil, transcript: evil }),
      { ...table([[evil], [evil]]), attrs: { caption: evil } },
      accordion(withId('item000001', accordionItem(evil, paragraph(evil)))),
      attachment({ asset: anyDigest, title: evil }),
      singleChoice({}, evil, right(evil, evil), wrong(evil, evil)),
      multipleChoice({}, evil, right(evil, evil), wrong(evil, evil)),
      trueFalse({}, evil, evil, evil),
      numeric({ value: 1, unit: evil.slice(0, 40) }, evil, evil, evil),
    ),
  )
  const file = { ...asset('x', 'image/png', '.png'), url: 'media/x.png' }

  it.each([true, false])('never becomes markup (for reviewers: %s)', (answers) => {
    const html = shown(everywhere, { answers, nodeIds: answers, asset: () => file })
    expect(html).not.toMatch(/<img src=x|<script/)
    const tags = html.match(/<[a-z][^<>]*>/gi) ?? []
    for (const tag of tags) expect(tag).not.toMatch(/\sonerror=(?![^"]*")/)
    expect(html.split(/<[a-z/][^<>]*>/i).join('')).not.toMatch(/[<>]/)
  })

  it('cannot be written as an element, an attribute or a style', () => {
    expect(() => h('p onclick=x')).toThrow(RangeError)
    expect(() => h('p', { onclick: 'x' })).toThrow(RangeError)
    expect(() => h('p', { style: 'x' })).toThrow(RangeError)
    expect(() => h('p', { 'a b': 'x' })).toThrow(RangeError)
  })

  it('cannot end the block that holds the data of the player', () => {
    const block = jsonBlock('data', { text: '</script><script>alert(1)' }).markup
    expect(block.match(/<\/?script/g)).toHaveLength(2)
    expect(JSON.parse(block.replace(/<[^>]*>/g, ''))).toEqual({
      text: '</script><script>alert(1)',
    })
  })
})
