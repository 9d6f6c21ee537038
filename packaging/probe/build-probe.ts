import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { currentFormat } from '#content-schema/document.ts'
import type { ModuleFacts } from '#content-schema/module.ts'
import { schema } from '#content-schema/schema.ts'
import { writeManifest as write12 } from '../formats/scorm-12/write-manifest.ts'
import { addControlDocuments } from '../formats/scorm-2004/add-control-documents.ts'
import { addMetadata } from '../formats/scorm-2004/add-metadata.ts'
import { hasMetadataInside } from '../formats/scorm-2004/edition.ts'
import { writeManifest as write2004 } from '../formats/scorm-2004/write-manifest.ts'
import { type Parcel, type Step, withText } from '../pipeline/parcel.ts'
import { type WrittenZip, writeZip } from '../pipeline/write-zip.ts'
import { projectRoot } from '../project-root.ts'
import { standardPublication } from '../publication/for-module.ts'
import { h, jsonBlock } from '../render/html.ts'
import { page } from '../render/page.ts'
import { type ProbeWords, words } from './page/words.ts'
import type { ProbeFormat } from './probe-formats.ts'

export type ProbeSettings = { format: ProbeFormat; language: 'fr' | 'en' }

/** The day its files carry: the same settings give the same bytes. */
const madeOn = Date.UTC(2026, 0, 1)

/** Makes the module that finds out what an LMS does, and writes it to `out`. */
export async function buildProbe(settings: ProbeSettings, out: string): Promise<WrittenZip> {
  let parcel = emptyParcel(settings)
  for (const step of stepsOf(settings)) parcel = await step(parcel)
  return writeZip(parcel, out)
}

/** For example `sonde-scorm-12.zip`. */
export function probeFileName({ format, language }: ProbeSettings): string {
  return `${language === 'fr' ? 'sonde' : 'probe'}-${format}.zip`
}

function stepsOf({ format, language }: ProbeSettings): Step[] {
  const addPage = addProbePage(format === 'scorm-12' ? format : 'scorm-2004', words[language])
  if (format === 'scorm-12') return [addPage, write12]
  return [
    addPage,
    ...(hasMetadataInside[format] ? [] : [addMetadata]),
    addControlDocuments(format),
    write2004(format),
  ]
}

/** The page has the names that every page of a package has. */
function addProbePage(standard: string, said: ProbeWords): Step {
  return async (parcel) => {
    const { title, lead, record } = said
    const html = page(
      { language: parcel.settings.language, title, scripts: [{ name: 'player.js' }] },
      h(
        'main',
        {},
        h('h1', {}, title),
        h('p', {}, lead),
        h('p', { class: 'notice' }, record),
        h('div', { id: 'probe' }),
      ),
      jsonBlock('probe-data', { standard, words: said }),
    )
    const withPage = withText(parcel, 'index.html', 'text/html', html)
    const withScript = withText(withPage, 'player/player.js', 'text/javascript', await script())
    const styles = await readFile(pageFile('probe.css'), 'utf8')
    return withText(withScript, 'player/player.css', 'text/css', styles)
  }
}

async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [pageFile('main.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
  })
  return outputFiles[0]!.text
}

function pageFile(name: string): string {
  return join(projectRoot, 'packaging/probe/page', name)
}

/** A module of nothing: what manifests ask about is said in it. */
function emptyParcel({ format, language }: ProbeSettings): Parcel {
  const doc = schema.topNodeType.create()
  const { title, lead } = words[language]
  const facts: ModuleFacts = {
    ...{ title, summary: lead, language, code: 'grain-probe', objective: '', audience: '' },
    ...{ level: 'discovery', modality: 'self-paced', minutes: 5, prerequisites: '' },
    ...{ keywords: [], licence: 'cc-by-4.0', authors: [], masteryPercent: 100 },
  }
  return {
    source: {
      moduleId: `probe-${language}`,
      facts,
      alignments: [],
      document: { format: currentFormat, doc: doc.toJSON() },
      digest: '0'.repeat(64),
      edition: { major: 1, minor: 0 },
      publishedAt: madeOn,
      earlier: [],
      assets: new Map(),
    },
    settings: {
      format,
      packageId: 'probe',
      language,
      iriBase: 'urn:x-grainotheque:probe',
      publication: standardPublication(doc),
      traces: null,
    },
    doc,
    pictures: new Map(),
    files: new Map(),
  }
}
