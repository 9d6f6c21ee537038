import type { Node } from 'prosemirror-model'
import type { AssetFacts } from '#content-schema/checks/asset-facts.ts'
import { secondsBySection } from '#content-schema/checks/length.ts'
import {
  assessmentsOf,
  elementsOf,
  type Placed,
  questionsOf,
  sectionsOf,
  within,
} from '#content-schema/elements.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { readAssessment } from '#content-schema/scoring/read-assessment.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'
import type { PackagedAsset, PackageSource } from '../package-source.ts'
import { fill } from '../player/i18n/words.ts'
import { type Child, fragment, type Html, h } from '../render/html.ts'
import type { PaperWords } from './words.ts'

/** What a tutor reads before the module itself: what it is, how long it takes, what is left to them. */
export function tutorGuide(source: PackageSource, doc: Node, words: PaperWords): Html {
  return fragment(
    h('h2', {}, words.sheet.title),
    sheet(source, words),
    h('h2', {}, words.times.title),
    times(source, doc, words),
    h('h2', {}, words.support.title),
    support(source, doc, words),
  )
}

function sheet({ facts, alignments }: PackageSource, words: PaperWords): Html {
  const { sheet } = words
  const rows: [string, Child][] = [
    [sheet.objective, facts.objective],
    [sheet.prerequisites, facts.prerequisites],
    [
      sheet.competencies,
      alignments.map(({ label, competencyBlockCode }) =>
        h('p', {}, `${label} (${competencyBlockCode})`),
      ),
    ],
    [sheet.audience, facts.audience],
    [sheet.level, words.levels[facts.level]],
    [sheet.modality, words.modalities[facts.modality]],
    [sheet.time, fill(words.minutes, { n: facts.minutes })],
    [sheet.threshold, fill(words.percent, { n: facts.masteryPercent })],
    [sheet.code, facts.code],
  ]
  const known = rows.filter(([, said]) => (Array.isArray(said) ? said.length > 0 : said))
  return h(
    'dl',
    {},
    known.map(([name, said]) => fragment(h('dt', {}, name), h('dd', {}, said))),
  )
}

type SectionFacts = { title: string; seconds: number; questions: number; points: number }

function times(source: PackageSource, doc: Node, words: PaperWords): Html {
  const said = words.times
  const rows = sectionFacts(source, doc)
  const total = { title: said.total, seconds: 0, questions: 0, points: 0 }
  for (const { seconds, questions, points } of rows) {
    total.seconds += seconds
    total.questions += questions
    total.points += points
  }
  const head = [said.section, said.time, said.questions, said.points]
  return fragment(
    h(
      'table',
      { class: 'times' },
      h('caption', {}, said.caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((row) => timesRow(row, words)),
      ),
      h('tfoot', {}, timesRow(total, words)),
    ),
    h('p', { class: 'small' }, fill(said.how, { n: source.facts.minutes })),
  )
}

function timesRow(
  { title, seconds, questions, points }: SectionFacts,
  words: PaperWords,
): Html {
  const minutes = Math.round(seconds / 60)
  const time = minutes < 1 ? words.times.less : fill(words.times.minutes, { n: minutes })
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, title || words.unnamed),
    [time, questions, points].map((value) => h('td', {}, value)),
  )
}

function sectionFacts({ facts, assets }: PackageSource, doc: Node): SectionFacts[] {
  const { language } = facts
  const seconds = secondsBySection(doc, { language, assets: lasting(assets) })
  const asked = questionsOf(doc).filter(({ node }) => readQuestion(node) !== null)
  return sectionsOf(doc).map((section, index) => {
    const here = asked.filter(({ sectionIndex }) => sectionIndex === index)
    return {
      title: titleOf(section),
      seconds: seconds[index] ?? 0,
      questions: here.length,
      points: here.reduce((sum, { node }) => sum + (Number(node.attrs.points) || 0), 0),
    }
  })
}

function lasting(assets: Map<string, PackagedAsset>): Map<string, AssetFacts> {
  const facts = ({ duration = null, ...asset }: PackagedAsset) => ({
    ...asset,
    duration,
    measured: true,
  })
  return new Map([...assets].map(([digest, asset]) => [digest, facts(asset)]))
}

function support({ facts }: PackageSource, doc: Node, words: PaperWords): Html {
  const said = words.support
  const mine = tutorsPart(doc, words)
  return fragment(
    list(said.modality[facts.modality]),
    h('h3', {}, said.itself),
    list(modulesPart(doc, words)),
    h('h3', {}, said.yours),
    list(mine.length > 0 ? mine : [said.none]),
  )
}

function modulesPart(doc: Node, { support }: PaperWords): string[] {
  const marked = questionsOf(doc).filter(({ node }) => isMarked(node)).length
  const hints = questionsOf(doc).filter(({ node }) => node.attrs.hint).length
  if (marked === 0) return [support.nothing]
  return [counted(support.marked, marked), counted(support.hints, hints)].flatMap(
    (text) => text ?? [],
  )
}

/** Opinions and texts are received, and nobody is told whether they are right. */
function isMarked(node: Node): boolean {
  return readQuestion(node) !== null && (Number(node.attrs.points) || 0) > 0
}

function tutorsPart(doc: Node, words: PaperWords): string[] {
  const { support } = words
  const all = elementsOf(doc).flatMap(({ node, ...place }) =>
    within(node).map((each) => ({ ...place, node: each })),
  )
  const named = (name: string) => all.filter(({ node }) => node.type.name === name)
  const texts = named('reflection').filter(({ node }) => node.attrs.sent)
  const notes = all.filter(({ node }) => node.attrs.tutorNote).length
  return [
    ...texts.map((each) => fill(support.read, place(each, words))),
    ...assessmentsOf(doc).flatMap((each) => assessed(each, words) ?? []),
    ...named('attachment')
      .filter(({ node }) => node.attrs.asset)
      .map((each) => fill(support.provide, place(each, words))),
    ...(notes > 0 ? [fill(support.notes, { n: notes })] : []),
  ]
}

function assessed(placed: Placed, words: PaperWords): string | null {
  const assessment = readAssessment(placed.node)
  if (!assessment) return null
  const { threshold, attempts } = placed.node.attrs
  const { anyAttempts, oneAttempt, attempts: several, assess } = words.support
  const many = [anyAttempts, oneAttempt][attempts] ?? fill(several, { n: attempts })
  return fill(assess, { ...place(placed, words), threshold, attempts: many })
}

/** What an element is about, and the title of its page. */
function place({ node, section }: Placed, { unnamed }: PaperWords) {
  const what = node.isLeaf ? node.attrs.title : excerpt(node.firstChild ?? node, 80)
  return { what: what || unnamed, page: titleOf(section) || unnamed }
}

function titleOf(section: Node): string {
  return section.firstChild?.textContent.trim() ?? ''
}

function counted([one = '', several = '']: readonly string[], n: number): string | null {
  if (n === 0) return null
  return n === 1 ? one : fill(several, { n })
}

function list(texts: readonly string[]): Html {
  return h(
    'ul',
    {},
    texts.map((text) => h('li', {}, text)),
  )
}
