import { bytesOf, rawZip, rewritten } from '#tests/builders/zip.ts'
import { brokenManifests } from './manifests.ts'
import {
  type BrokenZip,
  scorm12,
  scorm2004,
  with12,
  withCourse,
  withPage,
  withTincan,
} from './sources.ts'

/**
 * Packages with one thing wrong each, named after the finding they must give. They are made from
 * a good package when a test asks for them, so that they never age.
 */
export const brokenZips: Record<string, BrokenZip> = {
  ...brokenManifests,
  'zip.unreadable': async () => Buffer.concat([await bytesOf(await scorm12()), page.bytes]),
  'zip.truncated': async () => (await bytesOf(await scorm12())).subarray(0, 4000),
  'zip.empty-file': async () => Buffer.alloc(0),
  'zip.not-a-zip': async () => Buffer.from('Rar!\x1a\x07\x01\x00'),
  'zip.escaping-name': async () => rawZip([{ name: '../evil.html', data: 'x' }]),
  'zip.absolute-name': async () => rawZip([{ name: 'C:\\Temp\\evil.html', data: 'x' }]),
  'zip.backslash-name': async () => rawZip([page, { name: 'media\\a.png', data: 'x' }]),
  'zip.long-name': async () => rawZip([page, { name: 'a'.repeat(1001), data: 'x' }]),
  'zip.names-alike': async () =>
    rawZip([page, { name: 'a.png', data: 'x' }, { name: 'A.png', data: 'y' }]),
  'zip.encrypted': async () =>
    rawZip([page, { name: 'secret', data: 'x'.repeat(20), flags: 0x41 }]),
  'zip.link': async () => rawZip([page, { name: 'link', data: '/etc/passwd', mode: 0o120777 }]),
  'zip.encrypted-file': async () =>
    rawZip([page, { name: 'secret', data: 'x'.repeat(20), flags: 1 }]),
  'zip.repeated-file': async () => rawZip([page, { name: 'index.html', data: 'other' }]),
  'zip.compression': async () => rawZip([page, { name: 'odd', data: 'x', method: 12 }]),
  'zip.unsafe-name': async () => rawZip([page, { name: 'média/é.png', data: 'x' }]),
  'zip.refused-extension': async () => rawZip([page, { name: 'media/run.php', data: 'x' }]),
  'package.unknown-format': async () => rawZip([{ name: 'readme.txt', data: 'x' }]),
  'manifest.not-at-root': async () =>
    rawZip([{ name: 'module/imsmanifest.xml', data: '<a/>' }]),
  'manifest.not-xml': () => with12((xml) => xml.replace('&#38;', '&')),
  'manifest.unknown-version': () => with12((xml) => xml.replace('>1.2<', '>1.3<')),
  'manifest.invalid': () => with12((xml) => xml.replace(' type="webcontent"', '')),
  'manifest.repeated-identifier': () => with12((xml) => xml.replace('"ITEM-1"', '"RES-1"')),
  'manifest.no-default-organization': () =>
    with12((xml) => xml.replace('default="ORG-1"', 'default="ORG-2"')),
  'manifest.no-title': () =>
    with12((xml) => xml.replace(/(<item[^>]*>\s*)<title>[^<]*</, '$1<title><')),
  'manifest.unknown-resource': () =>
    with12((xml) => xml.replace('identifierref="RES-1"', 'identifierref="RES-2"')),
  'manifest.scorm-type-case': () =>
    with12((xml) => xml.replace('adlcp:scormtype', 'adlcp:scormType')),
  'manifest.no-scorm-type': () => with12((xml) => xml.replace(' adlcp:scormtype="sco"', '')),
  'manifest.no-sco': () => with12((xml) => xml.replace('"sco"', '"asset"')),
  'manifest.no-launch-file': () =>
    with12((xml) => xml.replace('"sco" href="index.html"', '"sco"')),
  'manifest.missing-file': async () => rewritten(await scorm12(), { 'credits.html': null }),
  'manifest.launch-file-not-listed': () =>
    with12((xml) => xml.replace('<file href="index.html"/>', '')),
  'manifest.unlisted-file': async () => rewritten(await scorm12(), { 'notes.txt': 'x' }),
  'manifest.missing-schema': async () =>
    rewritten(await scorm2004(), { 'imsss_v1p0.xsd': null }),
  'cmi5.invalid': () =>
    withCourse((xml) => xml.replace(/masteryScore="[^"]*"/, 'masteryScore="7"')),
  'cmi5.bad-id': () => withCourse((xml) => xml.replace(/<au id="[^"]*"/, '<au id="unit-1"')),
  'cmi5.repeated-id': () => withCourse((xml) => xml.replace(/\/course"/, '"')),
  'cmi5.unknown-objective': () => withCourse((xml) => xml.replace(/idref="/, 'idref="urn:no:')),
  'cmi5.no-move-on': () => withCourse((xml) => xml.replace(/ moveOn="[^"]*"/, '')),
  'cmi5.bad-url': () => withCourse((xml) => xml.replace('>index.html<', '>/index.html<')),
  'cmi5.launch-name-in-url': () =>
    withCourse((xml) => xml.replace('>index.html<', '>index.html?fetch=1<')),
  'cmi5.no-extension-schema': () =>
    withCourse((xml) => xml.replace('</au>', '<x:code xmlns:x="urn:x">7</x:code></au>')),
  'cmi5.missing-file': () => withCourse((xml) => xml.replace('>index.html<', '>start.html<')),
  'tincan.not-tincan': () =>
    withTincan((xml) => xml.replace('projecttincan.com', 'example.org')),
  'tincan.no-activity': () =>
    withTincan((xml) => xml.replace(/<activity [\s\S]*<\/activity>/, '')),
  'tincan.bad-activity-id': () =>
    withTincan((xml) => xml.replace(/ id="[^"]*"/, ' id="module 1"')),
  'tincan.bad-activity-type': () => withTincan((xml) => xml.replace(/ type="[^"]*"/, '')),
  'tincan.no-name': () => withTincan((xml) => xml.replace(/<name.*<\/name>/, '')),
  'tincan.launch-count': () => withTincan((xml) => xml.replace(/<launch.*<\/launch>/, '$&$&')),
  'tincan.missing-file': () => withTincan((xml) => xml.replace('>index.html<', '>start.html<')),
  'page.external-host': () =>
    withPage((html) => html.replace('player/player.js', 'https://cdn.example/player.js')),
  'page.missing-file': () =>
    withPage((html) => html.replace('player/player.js', 'player/no.js')),
  'page.inline-code': () => withPage((html) => html.replace('<main', '<main onclick="go()"')),
}

const page = {
  name: 'index.html',
  data: '<!doctype html><title>x</title>',
  bytes: Buffer.from('what another program added'),
}
