import { rawZip, rewritten, unzip } from '#tests/builders/zip.ts'
import {
  type BrokenZip,
  beside,
  inItem,
  scorm12,
  scorm2004,
  with12,
  with2004,
} from './sources.ts'

const page = '<!doctype html><title>x</title>'

/** What SCORM's manifests can get wrong that no schema sees; each named after its finding. */
export const brokenManifests: Record<string, BrokenZip> = {
  'package.name-differs': async () =>
    with12((xml) => xml.replace('<file href="credits.html"/>', '<file href="Credits.html"/>')),
  'manifest.wrong-name': async () => rawZip([{ name: 'IMSManifest.xml', data: '<a/>' }]),
  'manifest.second': async () =>
    rewritten(await scorm12(), { 'old/imsmanifest.xml': '<manifest/>' }),
  'manifest.own-doctype': () =>
    with12((xml) => xml.replace('<manifest', '<!DOCTYPE manifest [<!ENTITY a "b">]><manifest')),
  'manifest.doctype': () =>
    with12((xml) => xml.replace('<manifest', '<!DOCTYPE manifest SYSTEM "m.dtd">\n<manifest')),
  'manifest.wrong-encoding': () =>
    with12((xml) => xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')),
  'manifest.odd-encoding': () =>
    with12((xml) => xml.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"')),
  'manifest.not-scorm': () =>
    with12((xml) =>
      xml.replace('ADL SCORM', 'IMS Common Cartridge').replace('>1.2<', '>1.3.0<'),
    ),
  'manifest.no-version': () =>
    with12((xml) => xml.replace(/<schemaversion>.*?<\/schemaversion>/, '')),
  'manifest.wrong-root': () =>
    with2004((xml) => xml.replace('"http://www.imsglobal.org/xsd/imscp_v1p1"', '"urn:other"')),
  'manifest.bad-identifier': () => with12((xml) => xml.replaceAll('"ITEM-1"', '"1 ITEM"')),
  'manifest.sub-manifest': () =>
    with12((xml) =>
      xml.replace(
        '</resources>',
        '</resources><manifest identifier="SUB"><organizations/><resources/></manifest>',
      ),
    ),
  'manifest.empty-item': () =>
    with2004((xml) =>
      xml.replace('</item>', '</item><item identifier="ITEM-2"><title>Suite</title></item>'),
    ),
  'manifest.cluster-with-resource': () =>
    with2004((xml) =>
      xml.replace(
        /<\/title>\s*<imsss:sequencing>/,
        '</title><item identifier="ITEM-2" identifierref="RES-1"><title>Suite</title></item><imsss:sequencing>',
      ),
    ),
  'manifest.bad-scorm-type': () => with12((xml) => xml.replace('"sco"', '"SCO"')),
  'manifest.resource-type': () =>
    with12((xml) => xml.replace('type="webcontent"', 'type="imsqti_xmlv1p2"')),
  'manifest.unknown-dependency': () =>
    with12((xml) =>
      xml.replace('</resource>', '<dependency identifierref="RES-9"/></resource>'),
    ),
  'manifest.circular-dependency': () =>
    with12((xml) =>
      beside(
        xml.replace('</resource>', '<dependency identifierref="RES-2"/></resource>'),
        '<resource identifier="RES-2" type="webcontent" adlcp:scormtype="asset"><dependency identifierref="RES-1"/></resource>',
      ),
    ),
  'manifest.outside-address': () =>
    with12((xml) =>
      xml.replace('<file href="credits.html"/>', '<file href="../credits.html"/>'),
    ),
  'manifest.launched-elsewhere': () =>
    with12((xml) =>
      xml.replace('href="index.html">', 'href="https://cdn.example/index.html">'),
    ),
  'manifest.base-without-slash': async () =>
    based(await scorm12(), '<resource identifier', '<resource xml:base="start" identifier'),
  'manifest.element-case': () =>
    with12((xml) => inItem(xml, '<adlcp:dataFromLMS>a</adlcp:dataFromLMS>')),
  'manifest.field-without-sco': () =>
    with12((xml) =>
      inItem(xml.replace('"sco"', '"asset"'), '<adlcp:masteryscore>70</adlcp:masteryscore>'),
    ),
  'manifest.bad-mastery-score': () =>
    with12((xml) => inItem(xml, '<adlcp:masteryscore>70 %</adlcp:masteryscore>')),
  'manifest.bad-time-allowed': () =>
    with12((xml) => inItem(xml, '<adlcp:maxtimeallowed>1h30</adlcp:maxtimeallowed>')),
  'manifest.bad-time-limit-action': () =>
    with12((xml) => inItem(xml, '<adlcp:timelimitaction>exit</adlcp:timelimitaction>')),
  'manifest.bad-prerequisites': () => with12((xml) => inItem(xml, waitingFor('(ITEM-1'))),
  'manifest.unknown-prerequisite': () => with12((xml) => inItem(xml, waitingFor('ITEM-9'))),
  'manifest.circular-prerequisites': () => with12((xml) => inItem(xml, waitingFor('ITEM-1'))),
  'manifest.long-text': () =>
    with12((xml) => inItem(xml, `<adlcp:datafromlms>${'é'.repeat(256)}</adlcp:datafromlms>`)),
  'manifest.too-large': async () =>
    rewritten(await scorm2004(), { 'imsmanifest.xml': ' '.repeat(8_000_001) }),
  'manifest.unreadable': () => unreadable('imsmanifest.xml'),
  'page.unreadable': () => unreadable('index.html'),
}

export function waitingFor(script: string): string {
  return `<adlcp:prerequisites type="aicc_script">${script}</adlcp:prerequisites>`
}

/** With all its files in `start/`, and something in its manifest that says so. */
export async function based(path: string, part: string, other: string): Promise<Buffer> {
  const files = [...(await unzip(path))].map(([name, data]) => ({
    name: name === 'imsmanifest.xml' ? name : `start/${name}`,
    data: name === 'imsmanifest.xml' ? String(data).replace(part, other) : data,
  }))
  return rawZip(files)
}

/** Said to be compressed, and not. */
async function unreadable(name: string): Promise<Buffer> {
  return rawZip(
    [
      { name: 'index.html', data: page },
      { name, data: 'no', method: 8 },
    ].slice(name === 'index.html' ? 1 : 0),
  )
}
