import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { projectRoot } from '#packaging/project-root.ts'

/** Of this worker alone: no other writes there while it reads. */
const outdir = join(
  projectRoot,
  'node_modules/.cache/compiled',
  process.env.VITEST_POOL_ID ?? '',
)

/**
 * A script and all of ours that it imports, ready for `node` alone: a process that is started fifty
 * times should spend its time on the test rather than on reading TypeScript.
 *
 * @param script path from the root: `app/cli/grain.ts`
 * @returns where the compiled one stands; what is loaded late still is
 */
export async function compiled(script: string): Promise<string> {
  await build({
    entryPoints: [join(projectRoot, script)],
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    packages: 'external',
    logLevel: 'error',
  })
  return join(outdir, basename(script).replace(/\.ts$/, '.mjs'))
}
