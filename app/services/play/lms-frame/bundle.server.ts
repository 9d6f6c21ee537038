import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { projectRoot } from '#packaging/project-root.ts'

type Bundle = { script: string; style: string }

let made: Promise<Bundle> | null = null

/** The script and style of the LMS page, bundled once a process. */
export function lmsFrame(): Promise<Bundle> {
  made ??= bundle()
  return made
}

async function bundle(): Promise<Bundle> {
  const folder = join(projectRoot, 'app/services/play/lms-frame')
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'main.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
  })
  return {
    script: outputFiles[0]!.text,
    style: await readFile(join(folder, 'frame.css'), 'utf8'),
  }
}
