import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { build } from 'esbuild'
import { projectRoot } from '#packaging/project-root.ts'
import { type FileServer, serveFiles } from './serve-files.ts'

export const editorNames = ['bare-editor', 'our-editor'] as const

/** A page for each editor, alone: `/bare-editor.html` and `/our-editor.html`. */
export async function serveEditors(): Promise<FileServer> {
  const files = new Map<string, Buffer>()
  for (const name of editorNames) {
    files.set(`${name}.html`, Buffer.from(pageOf(name)))
    for (const [path, content] of await bundle(name)) files.set(path, content)
  }
  return serveFiles(files)
}

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH
  return chromium.launch({
    args: ['--no-sandbox', '--disable-background-networking'],
    ...(executablePath && { executablePath }),
  })
}

/** The bare editor has the width and the lines of ours, and no other style. */
function pageOf(name: string): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${name}</title>
    <link rel="icon" href="data:,"><link rel="stylesheet" href="${name}.css">
    <style>
      body { margin: 0; font: 17px/1.6 sans-serif }
      .ProseMirror { white-space: break-spaces; outline: none }
      #editor > .ProseMirror { width: 44rem; margin: 0 auto }
    </style>
    <div id="editor"></div><script src="${name}.js"></script>`
}

async function bundle(name: string): Promise<[string, Buffer][]> {
  const extension = name === 'our-editor' ? 'tsx' : 'ts'
  const { outputFiles } = await build({
    entryPoints: [join(projectRoot, `tests/bench/in-page/${name}.${extension}`)],
    bundle: true,
    write: false,
    minify: !process.env.NOMIN,
    format: 'iife',
    jsx: 'automatic',
    outdir: 'out',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const files = outputFiles.map(({ path, contents }): [string, Buffer] => [
    path.replace(/^.*\//, ''),
    Buffer.from(contents),
  ])
  return files.some(([path]) => path.endsWith('.css'))
    ? files
    : [...files, [`${name}.css`, Buffer.from('')]]
}
