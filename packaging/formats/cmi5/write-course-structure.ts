import { activities } from '#content-schema/statements/activities.ts'
import { activityTypes } from '#content-schema/statements/vocabulary.ts'
import { short } from '#packaging/pipeline/identifiers.ts'
import { type Parcel, withText } from '#packaging/pipeline/parcel.ts'
import { applicable } from '#packaging/publication/for-module.ts'
import { type Xml, x, xmlDocument } from '#packaging/xml/xml.ts'

/**
 * Adds `cmi5.xml` at the root: a course of one assignable unit.
 *
 * @see cmi5 (Quartz) §13.1, Course Structure Data Model
 */
export function writeCourseStructure(parcel: Parcel): Parcel {
  return withText(parcel, 'cmi5.xml', 'text/xml', courseStructure(parcel))
}

function courseStructure(parcel: Parcel): string {
  const { source, settings } = parcel
  const { title, summary, language } = source.facts
  const names = [
    text('title', settings.publication.title || title, language),
    text('description', short(summary || title), language),
  ]
  const objectives = objectivesOf(parcel)
  return xmlDocument(
    x(
      'courseStructure',
      { xmlns: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' },
      x('course', { id: ids(parcel).course }, names),
      objectives.length > 0 && x('objectives', {}, objectives.map(described)),
      assignableUnit(parcel, names, objectives),
    ),
  )
}

function assignableUnit(parcel: Parcel, names: Xml[], objectives: Objective[]): Xml {
  return x(
    'au',
    {
      id: ids(parcel).au,
      ...moveOn(parcel),
      launchMethod: 'AnyWindow',
      activityType: activityTypes.module,
    },
    names,
    objectives.length > 0 &&
      x(
        'objectives',
        {},
        objectives.map(({ id }) => x('objective', { idref: id })),
      ),
    x('url', {}, 'index.html'),
  )
}

/** Always said: what is not said is `NotApplicable`, which satisfies a unit nobody opened. */
function moveOn({ doc, source, settings }: Parcel) {
  const { success, masteryPercent } = applicable(settings.publication, doc)
  const percent = masteryPercent ?? source.facts.masteryPercent
  return {
    moveOn: success === 'none' ? 'Completed' : 'CompletedAndPassed',
    masteryScore: success === 'questions' ? String(percent / 100) : null,
  }
}

function ids({ source, settings }: Parcel) {
  const { course, line } = activities
  const { moduleId, edition } = source
  return {
    course: course(settings.iriBase, moduleId, edition.major),
    au: line(settings.iriBase, moduleId, edition.major),
  }
}

type Objective = { id: string; title: string; language: string }

/** What the module is written for, and each competency it teaches. */
function objectivesOf({ source, settings }: Parcel): Objective[] {
  const { facts, alignments, moduleId } = source
  const id = (name: string) => activities.objective(settings.iriBase, moduleId, name)
  const taught = alignments.map(({ competencyId, label, frameworkCode }) => ({
    id: id(competencyId),
    title: `${frameworkCode} – ${label}`,
  }))
  const own = facts.objective ? [{ id: id('objective'), title: facts.objective }] : []
  const all = [...own, ...taught].map((each) => ({ ...each, language: facts.language }))
  return all.filter(
    (each, index) => all.findIndex(({ id: same }) => same === each.id) === index,
  )
}

function described({ id, title, language }: Objective): Xml {
  const texts = [text('title', short(title), language), text('description', title, language)]
  return x('objective', { id }, texts)
}

function text(name: 'title' | 'description', value: string, lang: string): Xml {
  return x(name, {}, x('langstring', { lang }, value))
}
