import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { type Format, isScorm, playedAs } from '../package-source.ts'
import { projectRoot } from '../project-root.ts'

export type PlayerBundle = {
  /** Begins with the LMS before the player is there; `null` where the player does it itself. */
  opening: string | null
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
  /** Learners may say what they think of it; only where statements are sent. */
  remarks?: boolean
  /** Names of the elements that the module has; only what they need goes in. */
  elements: readonly string[]
  /** On a machine that everyone uses: nothing is kept, and it begins again by itself. */
  kiosk?: boolean
}

/** The player as one script and one style sheet, minified; each is made once a process. */
export function bundlePlayer(parts: PlayerParts): Promise<PlayerBundle> {
  const acting = filesOf(parts.elements, 'ts')
  const styled = filesOf(parts.elements, 'css')
  const { format, traces, remarks, kiosk } = parts
  const key = JSON.stringify([format, traces, remarks, kiosk, acting, styled])
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

/** The element that a file is named after. */
function elementOf(file: string): string {
  return file.replace(/\.ts$/, '').replace(/-([a-z])/g, (_, letter) => letter.toUpperCase())
}

async function makeBundle(
  parts: PlayerParts,
  acting: string[],
  styled: string[],
): Promise<PlayerBundle> {
  const opened = openingEntry(parts.format)
  const [opening, script, styles] = await Promise.all([
    opened && bundleOf({ ...asScript, ...opened }),
    bundleOf({
      ...asScript,
      ...entry(parts, acting),
      // What only concerns statements, or another standard, falls away.
      define: {
        'import.meta.untraced': String(!parts.traces),
        'import.meta.onlyStandard': onlyStandard(parts),
      },
    }),
    bundleOf({ ...styleEntry(styled, parts), target: 'chrome90', minify: true }),
  ])
  return {
    opening: opening && (await tightened(opening.text)),
    script: await tightened(script.text),
    styles: styles.text,
    inputs: [...(opening?.inputs ?? []), ...script.inputs, ...styles.inputs],
  }
}

const asScript: BuildOptions = { format: 'iife', target: 'es2020', minifySyntax: true }

/** Only the run-time of SCORM can be begun with before anything is known of the module. */
function openingEntry(format: Format): BuildOptions | null {
  if (!isScorm(format)) return null
  return fromText(`
    import { begin } from './reporters/begin.ts'
    import { openings } from './reporters/openings.ts'
    window.beginning = begin(openings['${reporters[playedAs(format)]}'])`)
}

function fromText(contents: string): BuildOptions {
  return { stdin: { contents, resolveDir: playerFile('.'), loader: 'ts' } }
}

/** Statements have words of their own; without them, answers are only told to the LMS. */
function onlyStandard({ format, traces }: PlayerParts): string {
  return traces || !isScorm(format) ? 'undefined' : JSON.stringify(reporters[playedAs(format)])
}

const reporters: Record<ReturnType<typeof playedAs>, string> = {
  'scorm-12': 'scorm-12',
  'scorm-2004-3': 'scorm-2004',
  'scorm-2004-4': 'scorm-2004',
  cmi5: 'cmi5',
  xapi: 'xapi',
  web: 'nowhere',
}

/** The lines that choose what goes in: a reporter, the traces or not, what elements do. */
function entry(
  { format, traces, remarks, kiosk }: PlayerParts,
  acting: string[],
): BuildOptions {
  const behaviours = acting.map((file, index) => `import b${index} from './elements/${file}'`)
  const named = acting.map((file, index) => `${elementOf(file)}: b${index}`)
  const opener = remarks ? 'open-with-remarks' : 'open-traces'
  const contents = `
    ${kiosk ? "import './kiosk/forget.ts'\nimport { watchKiosk } from './kiosk/kiosk.ts'" : ''}
    import { start } from './start.ts'
    import { reporter } from './reporters/${reporters[playedAs(format)]}.ts'
    ${traces ? `import { openTraces } from './traces/${opener}.ts'` : 'const openTraces = null'}
    ${behaviours.join('\n')}
    start(reporter, openTraces, { ${named} })
    ${kiosk ? 'watchKiosk()' : ''}`
  return fromText(contents)
}

/** A twentieth less than esbuild would leave: a learner waits for every kilobyte. */
async function tightened(script: string): Promise<string> {
  // Eight megabytes that a bank which exports nothing need not hold.
  const { minify } = await import('terser')
  const { code = script } = await minify(script, {
    ecma: 2020,
    mangle: false,
    compress: {
      ecma: 2020,
      passes: 3,
      // Nothing of ours reads the length of a function, or has a getter that acts.
      keep_fargs: false,
      pure_getters: true,
      // Nor is anything of ours made by `new`, or of a class that a built-in one is replaced by.
      unsafe: true,
      unsafe_arrows: true,
      // Comparisons read alike everywhere, which compresses better.
      lhs_constants: false,
    },
  })
  // Names are shortened once nothing moves any more: they then compress better.
  return (await minify(code, { ecma: 2020, compress: false })).code ?? code
}

/** `print.css` stands last: it has the last word on paper. */
function styleEntry(styled: string[], { kiosk, remarks }: PlayerParts): BuildOptions {
  const files = [
    'styles/index.css',
    ...styled.map((file) => `elements/${file}`),
    ...(remarks ? ['traces/remarks.css'] : []),
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
