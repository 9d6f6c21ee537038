import { editionText, manifestId } from '#packaging/pipeline/identifiers.ts'
import { type Parcel, type Step, withText } from '#packaging/pipeline/parcel.ts'
import { applicable } from '#packaging/publication/for-module.ts'
import { type Xml, x, xmlDocument } from '#packaging/xml/xml.ts'
import { metadataPath } from './add-metadata.ts'
import { type Edition, hasMetadataInside, schemaVersions } from './edition.ts'
import { metadata } from './metadata.ts'

/** Adds `imsmanifest.xml` at the root, naming every other file; so it runs after all that add one. */
export function writeManifest(edition: Edition): Step {
  return (parcel) =>
    withText(parcel, 'imsmanifest.xml', 'text/xml', manifestXml(parcel, edition))
}

function manifestXml(parcel: Parcel, edition: Edition): string {
  const { source } = parcel
  return xmlDocument(
    x(
      'manifest',
      { identifier: manifestId(source), version: editionText(source), ...namespaces },
      x(
        'metadata',
        {},
        x('schema', {}, 'ADL SCORM'),
        x('schemaversion', {}, schemaVersions[edition]),
        hasMetadataInside[edition] ? metadata(parcel) : x('adlcp:location', {}, metadataPath),
      ),
      x('organizations', { default: 'ORG-1' }, organization(parcel)),
      x('resources', {}, resource(parcel)),
    ),
  )
}

/** One SCO, alone: there is nowhere to go on to, so the LMS shows no buttons of its own for that. */
function organization(parcel: Parcel): Xml {
  const { title } = parcel.source.facts
  return x(
    'organization',
    { identifier: 'ORG-1', structure: 'hierarchical' },
    x('title', {}, title),
    x(
      'item',
      { identifier: 'ITEM-1', identifierref: 'RES-1', isvisible: 'true' },
      x('title', {}, title),
      x('imsss:sequencing', {}, objectives(parcel), deliveryControls),
      x(
        'adlnav:presentation',
        {},
        x(
          'adlnav:navigationInterface',
          {},
          x('adlnav:hideLMSUI', {}, 'continue'),
          x('adlnav:hideLMSUI', {}, 'previous'),
        ),
      ),
    ),
    x('imsss:sequencing', {}, x('imsss:controlMode', { choice: 'true', flow: 'true' })),
  )
}

/**
 * The share of points needed, which the LMS compares with the scaled score; only where that comes to
 * the same as what the player says.
 */
function objectives({ doc, source, settings }: Parcel): Xml {
  const { masteryPercent, success, status, sendsScore } = applicable(settings.publication, doc)
  const percent = masteryPercent ?? source.facts.masteryPercent
  const mastery = (percent / 100).toFixed(4).replace(/0+$/, '0')
  const asked = success === 'questions' && sendsScore && status === 'passed-failed'
  return x(
    'imsss:objectives',
    {},
    x(
      'imsss:primaryObjective',
      { objectiveID: 'PRIMARY', satisfiedByMeasure: String(asked) },
      asked && x('imsss:minNormalizedMeasure', {}, mastery),
    ),
  )
}

const deliveryControls = x('imsss:deliveryControls', {
  completionSetByContent: 'true',
  objectiveSetByContent: 'true',
})

function resource(parcel: Parcel): Xml {
  const paths = [...parcel.files.keys()].sort()
  return x(
    'resource',
    { identifier: 'RES-1', type: 'webcontent', 'adlcp:scormType': 'sco', href: 'index.html' },
    paths.map((href) => x('file', { href })),
  )
}

/** One line each: some LMSs refuse line ends inside `schemaLocation`. */
const namespaces = {
  xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
  'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
  'xmlns:adlseq': 'http://www.adlnet.org/xsd/adlseq_v1p3',
  'xmlns:adlnav': 'http://www.adlnet.org/xsd/adlnav_v1p3',
  'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
  'xmlns:lom': 'http://ltsc.ieee.org/xsd/LOM',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': [
    'http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd',
    'http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd',
    'http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd',
    'http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd',
    'http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd',
  ].join(' '),
}
