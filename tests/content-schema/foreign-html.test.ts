import { describe, expect, it } from 'vitest'
import { pasted, sample } from '#tests/builders/foreign.ts'

describe('text of Word', () => {
  const { lines, lost, images } = pasted(sample('word-desktop.html'))

  it('keeps its titles, relative to the highest', () => {
    expect(lines.filter((line) => line.startsWith('heading'))).toEqual([
      'heading level=3 “Réceptionner une palette”',
      'heading level=3 “1 Avant l’arrivée”',
      'heading level=4 “Le déchargement”',
    ])
  })

  it('has its lists as lists, without the bullets and numbers that were drawn', () => {
    expect(part(lines, 'bulletList')).toEqual([
      'bulletList',
      '  listItem',
      '    paragraph “Équipement de protection”',
      '    bulletList',
      '      listItem',
      '        paragraph “chaussures de sécurité”',
      '      listItem',
      '        paragraph “gilet”',
      '  listItem',
      '    paragraph “Bon de livraison”',
    ])
    expect(part(lines, 'orderedList')).toEqual([
      'orderedList',
      '  listItem',
      '    paragraph “Caler le camion.⏎Les cales sont sous le quai.”',
      '  listItem',
      '    paragraph “Ouvrir les portes\u00A0:”',
      '    orderedList',
      '      listItem',
      '        paragraph “la droite d’abord”',
    ])
  })

  it('keeps what a style means, and the no-break space of French', () => {
    expect(lines.find((line) => line.includes('cariste'))).toBe(
      'paragraph “Le cariste vérifie <bold>le quai</bold> et <italic>la rampe</italic>\u00A0; le ' +
        'gaz est du CO<subscript>2</subscript><superscript>[1]</superscript>, la charge en kg.”',
    )
  })

  it('keeps merged cells, and takes a row in bold for the header', () => {
    const table = part(lines, 'table')
    expect(table).toContain('    tableHeader colspan=2')
    expect(table).toContain('    tableCell rowspan=2')
    expect(table.some((line) => line.includes('bold'))).toBe(false)
  })

  it('names the image whose file it cannot reach, with its alternative and caption', () => {
    expect(images.map(({ source, name }) => [source.kind, name])).toEqual([
      ['missing', 'clip_image001.png'],
    ])
    expect(lines.find((line) => line.startsWith('image'))).toBe(
      'image alt=Une palette filmée caption=Figure 1 – Une palette prête à partir',
    )
  })

  it('says what it lost', () => {
    expect(lost).toEqual({
      'link-inner': 1,
      'header-guessed': 1,
      underline: 1,
      comment: 1,
      footnote: 1,
    })
  })
})

it('text of LibreOffice comes whole, three levels of list and merged cells included', () => {
  const { lines, lost, images } = pasted(sample('libreoffice-writer.html'))
  expect(part(lines, 'bulletList')).toContain('            paragraph “classe 2 au moins”')
  expect(lines).toContain('    tableHeader colspan=2')
  expect(lines).toContain('image alt=Une palette filmée')
  expect(images.map(({ source }) => source.kind)).toEqual(['data'])
  expect(lost).toEqual({ 'heading-folded': 3, underline: 1, footnote: 1 })
})

it('the outline of slides comes as lists, its bullets not doubled', () => {
  const powerpoint = pasted(sample('powerpoint.html'))
  expect(powerpoint.lines).toEqual([
    'heading level=3 “Les gestes du quai”',
    'bulletList',
    '  listItem',
    '    paragraph “<bold>Regarder</bold>”',
    '    bulletList',
    '      listItem',
    '        paragraph “autour de soi”',
    '  listItem',
    '    paragraph “Signaler”',
    'orderedList',
    '  listItem',
    '    paragraph “Reculer”',
  ])
  expect(pasted(sample('libreoffice-impress.html')).lines.join()).not.toContain('•')
})

it('text of Word online, a list an item, comes as one list', () => {
  expect(pasted(sample('word-online.html')).lines).toEqual([
    'heading level=3 “Les gestes du quai”',
    'paragraph “<bold>Regarder</bold> autour de soi.”',
    'bulletList',
    '  listItem',
    '    paragraph “Caler”',
    '    bulletList',
    '      listItem',
    '        paragraph “deux cales”',
    '  listItem',
    '    paragraph “Ouvrir”',
    'orderedList',
    '  listItem',
    '    paragraph “Compter”',
  ])
})

it('text of Google Docs is not all bold, and its links lead where they say', () => {
  const { lines, lost } = pasted(sample('google-docs.html'))
  expect(lines[1]).toBe(
    'paragraph “Le film se <bold>croise</bold><italic> deux fois</italic>' +
      '<superscript>er</superscript> en bas, voir <link https://www.inrs.fr/media.html' +
      '?refINRS=ED%206040>la brochure</link>.”',
  )
  expect(lines.slice(2, 9)).toEqual([
    'orderedList',
    '  listItem',
    '    paragraph “Nouer”',
    '    orderedList',
    '      listItem',
    '        paragraph “au pied”',
    '  listItem',
  ])
  expect(lost).toEqual({ 'header-guessed': 1, underline: 1 })
})

describe('a web page', () => {
  const { lines, lost, images } = pasted(sample('web-page.html'))

  it('leaves its menus, scripts, forms, frames and hidden text behind, and says so', () => {
    expect(lines.join('\n')).not.toMatch(/Accueil|pris|secret|Envoyer|caché/)
    expect(lost).toMatchObject({ script: 1, navigation: 1, embedded: 1, form: 2, hidden: 1 })
  })

  it('keeps no link that runs code, and names those it undid', () => {
    const links = lines.join().match(/<link [^>]*>/g)
    expect(links).toEqual(['<link https://www.inrs.fr/>'])
    expect(lost).toMatchObject({ 'link-refused': 2, 'link-inner': 1 })
  })

  it('reads a table that only lays out as its text, and a table in a cell as lines', () => {
    expect(lines[0]).toBe('heading level=3 “Fiche sécurité”')
    expect(lines).toContain('      paragraph “chargé · 200”')
    expect(lost).toMatchObject({ 'table-nested': 1 })
  })

  it('keeps captions, words in another language, definitions, and folds as one accordion', () => {
    expect(lines).toContain('image alt=Une paire de gants caption=Des gants de manutention')
    expect(lines.join()).toContain('<language en>cut-resistant gloves</language>')
    expect(lines).toContain('paragraph “<bold>Filmer</bold>”')
    expect(part(lines, 'accordion').filter((line) => /accordionTitle/.test(line))).toEqual([
      '    accordionTitle “En savoir plus”',
      '    accordionTitle “Et encore”',
    ])
  })

  it('fetches no image of another server, and passes over those that only count visits', () => {
    expect(images.map(({ source }) => source.kind)).toEqual(['remote', 'data'])
  })

  it('names an element that claims to be ours and is not, and keeps its words', () => {
    expect(lines.at(-1)).toBe('paragraph “Venu d’ailleurs”')
    expect(lost).toMatchObject({ 'unknown-node': 1 })
  })
})

describe('what our elements cannot hold', () => {
  it('an image in a step stands after the procedure, whose numbers go on', () => {
    const { lines, lost } = pasted(
      '<ol><li>Un<img src="https://exemple.fr/a.png" alt="A"></li><li>Deux</li></ol>',
    )
    expect(lines.map((line) => line.trim())).toEqual([
      'orderedList',
      'listItem',
      'paragraph “Un”',
      'listItem',
      'paragraph “Deux”',
      'image alt=A',
    ])
    expect(lost).toEqual({ 'image-moved': 1 })
  })

  it('a list in a cell becomes lines that keep their numbers', () => {
    const { lines } = pasted('<table><tr><th>A</th></tr><tr><td><ol><li>x<li>y</ol></table>')
    expect(lines).toContain('      paragraph “1. x”')
    expect(lines).toContain('      paragraph “2. y”')
  })

  it('a list that begins at 4 says that it now begins at 1', () => {
    expect(pasted('<ol start="4"><li>x</li></ol>').lost).toEqual({ 'list-start': 1 })
  })

  it('rows of a broken table are made equally wide', () => {
    const { nodes } = pasted(
      '<table><tr><th>A</th><th>B</th></tr><tr><td rowspan="9">c</td></tr></table>',
    )
    const widths = nodes[0]?.content?.map((row) => row.content?.length)
    expect(widths).toEqual([2, 2])
  })
})

describe('hostile or endless text', () => {
  it('more than 2,000 elements are refused whole, in one finding', () => {
    const { nodes, findings } = pasted('<p>x</p>'.repeat(2001))
    expect(nodes).toEqual([])
    expect(findings).toMatchObject([{ code: 'foreign.too-many-nodes', severity: 'blocks' }])
  })

  it('2,000 elements are taken', () => {
    expect(pasted('<p>x</p>'.repeat(2000)).nodes).toHaveLength(2000)
  })

  it('elements nested without end are refused', () => {
    const { nodes, lost } = pasted(`${'<div>'.repeat(5000)}x`)
    expect(nodes).toEqual([])
    expect(lost).toEqual({ 'too-deep': 1 })
  })

  it('lists deeper than six levels are brought back to the sixth', () => {
    const { lines, lost } = pasted(`${'<ul><li>x'.repeat(12)}`)
    expect(Math.max(...lines.map((line) => line.search(/\S/)))).toBeLessThan(26)
    expect(lost).toEqual({ 'list-too-deep': 6 })
  })

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
  ])('a link to %j loses its address and keeps its words', (href) => {
    const { lines, lost } = pasted(`<p><a href="${href}">mot</a></p>`)
    expect(lines).toEqual(['paragraph “mot”'])
    expect(lost).toEqual({ 'link-refused': 1 })
  })

  it('a picture that is no picture is refused', () => {
    const { lines, lost } = pasted('<p>a<img src="data:text/html;base64,PHA+"></p>')
    expect(lines).toEqual(['paragraph “a”'])
    expect(lost).toEqual({ 'image-refused': 1 })
  })
})

/** The lines of the first element of a type. */
function part(lines: string[], type: string): string[] {
  const from = lines.findIndex((line) => line === type || line.startsWith(`${type} `))
  const to = lines.findIndex((line, index) => index > from && !line.startsWith(' '))
  return lines.slice(from, to < 0 ? undefined : to)
}
