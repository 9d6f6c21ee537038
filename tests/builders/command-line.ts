import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { compiled } from './compiled.ts'
import { environment } from './server.ts'

/** What a command said, and how it ended. */
export type Said = { code: number; out: string; err: string }

const script = compiled('app/cli/grain.ts')

/** Runs the command line on a folder: `grain(folder, 'list', '--json')`. */
export async function grain(folder: string, ...words: string[]): Promise<Said> {
  return run(folder, process.execPath, [await script, ...words])
}

/** {@link grain} in a process that may not hold more than so many files open. */
export async function grainWithFewFiles(most: number, folder: string, ...words: string[]) {
  const limited = `ulimit -n ${most} && exec "$0" "$@"`
  return run(folder, '/bin/sh', ['-c', limited, process.execPath, await script, ...words])
}

async function run(folder: string, command: string, args: string[]): Promise<Said> {
  const child = spawn(command, args, {
    env: environment({ DATA_DIR: folder }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { code, out, err }
}
