import { join } from 'node:path'
import { build } from 'esbuild'
import { projectRoot } from '#packaging/project-root.ts'

/** `launch` goes with the package; `relay` and `closed` stand in the pages of the bank. */
export type ThinScript = 'launch' | 'relay' | 'closed'

const scripts = new Map<ThinScript, Promise<string>>()

/** A script of a thin package, minified; each is made once a process. */
export function thinScript(name: ThinScript): Promise<string> {
  const known = scripts.get(name) ?? bundle(name)
  scripts.set(name, known)
  return known
}

async function bundle(name: ThinScript): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(projectRoot, 'packaging/player/thin', `${name}.ts`)],
    ...{ bundle: true, write: false, minify: true, legalComments: 'none', charset: 'utf8' },
    ...{ format: 'iife', target: 'es2020', logLevel: 'silent' },
  })
  return outputFiles[0]!.text
}
