import { editionText, manifestId } from '#packaging/pipeline/identifiers.ts'
import { type Parcel, withText } from '#packaging/pipeline/parcel.ts'
import { x, xmlDocument } from '#packaging/xml/xml.ts'
import { metadata } from './metadata.ts'

/** Adds `imsmanifest.xml` at the root, naming every other file; so it runs after all that add one. */
export function writeManifest(parcel: Parcel): Parcel {
  return withText(parcel, 'imsmanifest.xml', 'text/xml', manifestXml(parcel))
}

/** One SCO in one organisation. There is no mastery score: see this folder's README. */
function manifestXml(parcel: Parcel): string {
  const { source } = parcel
  const { title } = source.facts
  return xmlDocument(
    x(
      'manifest',
      { identifier: manifestId(source), version: editionText(source), ...namespaces },
      x(
        'metadata',
        {},
        x('schema', {}, 'ADL SCORM'),
        x('schemaversion', {}, '1.2'),
        metadata(parcel),
      ),
      x(
        'organizations',
        { default: 'ORG-1' },
        x(
          'organization',
          { identifier: 'ORG-1' },
          x('title', {}, title),
          x(
            'item',
            { identifier: 'ITEM-1', identifierref: 'RES-1', isvisible: 'true' },
            x('title', {}, title),
          ),
        ),
      ),
      x('resources', {}, resource(parcel)),
    ),
  )
}

function resource(parcel: Parcel) {
  const paths = [...parcel.files.keys()].sort()
  return x(
    'resource',
    { identifier: 'RES-1', type: 'webcontent', 'adlcp:scormtype': 'sco', href: 'index.html' },
    paths.map((href) => x('file', { href })),
  )
}

/** One line each: some LMSs refuse line ends inside `schemaLocation`. */
const namespaces = {
  xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
  'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
  'xmlns:imsmd': 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': [
    'http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd',
    'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd',
    'http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd',
  ].join(' '),
}
