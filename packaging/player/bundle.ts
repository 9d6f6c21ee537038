import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import type { Format } from '../package-source.ts'
import { projectRoot } from '../project-root.ts'

export type PlayerBundle = {
  script: string
  styles: string
  /** Paths of all files that went in, so that it can be seen whose code it is. */
  inputs: string[]
}

const bundles = new Map<string, Promise<PlayerBundle>>()

/**
 * The player of a format as one script and one style sheet, minified; made once a process. What
 * sends statements is left out where none are sent.
 */
export function bundlePlayer(format: Format, withTraces: boolean): Promise<PlayerBundle> {
  const key = `${format} ${withTraces}`
  const known = bundles.get(key) ?? makeBundle(format, withTraces)
  bundles.set(key, known)
  return known
}

async function makeBundle(format: Format, withTraces: boolean): Promise<PlayerBundle> {
  const [script, styles] = await Promise.all([
    bundleOf({ ...entry(format, withTraces), format: 'iife', target: 'es2019' }),
    bundleOf({ entryPoints: [playerFile('styles/index.css')], target: 'chrome90' }),
  ])
  const inputs = [...script.inputs, ...styles.inputs]
  return { script: script.text, styles: styles.text, inputs }
}

const reporters: Record<Format, string> = {
  'scorm-12': 'scorm-12',
  'scorm-2004-4': 'scorm-2004',
  xapi: 'xapi',
  web: 'nowhere',
}

/** The four lines that choose what goes in: a reporter and, or not, the traces. */
function entry(format: Format, withTraces: boolean): BuildOptions {
  const traces = withTraces
    ? "import { openTraces } from './traces/open-traces.ts'"
    : 'const openTraces = null'
  const contents = `
    import { start } from './start.ts'
    import { reporter } from './reporters/${reporters[format]}.ts'
    ${traces}
    start(reporter, openTraces)`
  return { stdin: { contents, resolveDir: playerFile('.'), loader: 'ts' } }
}

async function bundleOf(options: BuildOptions): Promise<{ text: string; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    ...options,
    bundle: true,
    metafile: true,
    minify: true,
    write: false,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  })
  return { text: outputFiles?.[0]?.text ?? '', inputs: Object.keys(metafile.inputs) }
}

function playerFile(name: string): string {
  return join(projectRoot, 'packaging/player', name)
}
