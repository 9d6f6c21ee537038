import { existsSync } from 'node:fs'
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

/** What decides of what goes into a player. */
export type PlayerParts = {
  format: Format
  /** Statements are sent. */
  traces: boolean
  /** Names of the elements that the module has; only what they need goes in. */
  elements: readonly string[]
  /** On a machine that everyone uses: nothing is kept, and it begins again by itself. */
  kiosk?: boolean
}

/** The player as one script and one style sheet, minified; each is made once a process. */
export function bundlePlayer(parts: PlayerParts): Promise<PlayerBundle> {
  const acting = filesOf(parts.elements, 'ts')
  const styled = filesOf(parts.elements, 'css')
  const key = JSON.stringify([parts.format, parts.traces, parts.kiosk, acting, styled])
  const known = bundles.get(key) ?? makeBundle(parts, acting, styled)
  bundles.set(key, known)
  return known
}

/** The styles of what is read on paper: the content's, those of its elements, then paper's own. */
export async function bundlePaperStyles(elements: readonly string[]): Promise<string> {
  const names = ['tokens', 'content', 'question'].map((name) => `styles/${name}.css`)
  const files = [...names, ...filesOf(elements, 'css').map((file) => `elements/${file}`)]
  const all = [...files, 'styles/print.css', '../paper/paper.css']
  return (await bundleOf({ ...stylesOf(all), target: 'chrome90' })).text
}

/** The files that these elements have in `elements/`; most of them have none. */
function filesOf(elements: readonly string[], extension: 'ts' | 'css'): string[] {
  return [...new Set(elements)]
    .map(
      (name) =>
        `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.${extension}`,
    )
    .filter((file) => existsSync(playerFile(`elements/${file}`)))
    .sort()
}

async function makeBundle(
  parts: PlayerParts,
  acting: string[],
  styled: string[],
): Promise<PlayerBundle> {
  const [script, styles] = await Promise.all([
    bundleOf({
      ...entry(parts, acting),
      format: 'iife',
      target: 'es2020',
      minifySyntax: true,
    }),
    bundleOf({ ...styleEntry(styled, parts.kiosk), target: 'chrome90', minify: true }),
  ])
  const inputs = [...script.inputs, ...styles.inputs]
  return { script: await tightened(script.text), styles: styles.text, inputs }
}

const reporters: Record<Format, string> = {
  'scorm-12': 'scorm-12',
  'scorm-2004-3': 'scorm-2004',
  'scorm-2004-4': 'scorm-2004',
  cmi5: 'cmi5',
  xapi: 'xapi',
  web: 'nowhere',
}

/** The lines that choose what goes in: a reporter, the traces or not, what elements do. */
function entry({ format, traces, kiosk }: PlayerParts, acting: string[]): BuildOptions {
  const behaviours = acting.map((file, index) => `import b${index} from './elements/${file}'`)
  const contents = `
    ${kiosk ? "import './kiosk/forget.ts'\nimport { watchKiosk } from './kiosk/kiosk.ts'" : ''}
    import { start } from './start.ts'
    import { reporter } from './reporters/${reporters[format]}.ts'
    ${traces ? "import { openTraces } from './traces/open-traces.ts'" : 'const openTraces = null'}
    ${behaviours.join('\n')}
    start(reporter, openTraces, [${acting.map((_, index) => `b${index}`)}])
    ${kiosk ? 'watchKiosk()' : ''}`
  return { stdin: { contents, resolveDir: playerFile('.'), loader: 'ts' } }
}

/** A twentieth less than esbuild would leave: a learner waits for every kilobyte. */
async function tightened(script: string): Promise<string> {
  // Eight megabytes that a bank which exports nothing need not hold.
  const { minify } = await import('terser')
  const { code = script } = await minify(script, {
    ecma: 2020,
    // Nothing of ours reads the length of a function, or has a getter that acts.
    compress: { ecma: 2020, passes: 3, keep_fargs: false, pure_getters: true },
  })
  return code
}

/** `print.css` stands last: it has the last word on paper. */
function styleEntry(styled: string[], kiosk = false): BuildOptions {
  const files = [
    'styles/index.css',
    ...styled.map((file) => `elements/${file}`),
    ...(kiosk ? ['kiosk/kiosk.css'] : []),
    'styles/print.css',
  ]
  return stylesOf(files)
}

function stylesOf(files: string[]): BuildOptions {
  const contents = files.map((file) => `@import './${file}';`).join('\n')
  return { stdin: { contents, resolveDir: playerFile('.'), loader: 'css' } }
}

type Bundled = { text: string; inputs: string[] }

async function bundleOf(options: BuildOptions): Promise<Bundled> {
  const { outputFiles, metafile } = await build({
    ...options,
    bundle: true,
    metafile: true,
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
