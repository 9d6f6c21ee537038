import type { Browser } from '@playwright/test'
import { moduleOf } from './editor-documents.ts'
import { openBrowser, serveEditors } from './editor-pages.ts'
import { inTurn, median } from './in-turn.ts'
import { atMost, type Measure } from './measure.ts'

const rounds = 5

/** How long a module of 800 elements, 100 of them questions, takes to be on screen and writable. */
export async function benchEditorOpening(): Promise<Measure[]> {
  const server = await serveEditors()
  const browser = await openBrowser()
  try {
    const stored = moduleOf(800)
    const open = (name: string) => openOnce(browser, `${server.origin}/${name}.html`, stored)
    for (const name of ['our-editor', 'bare-editor']) await open(name)
    const opened = await inTurn(
      rounds,
      () => open('our-editor'),
      () => open('bare-editor'),
    )
    return [
      atMost(3, {
        name: 'editor: opening 800 elements, 100 of them questions',
        unit: 'ms',
        ours: median(opened.ours),
        limit: median(opened.limit),
        note: 'limit: bare ProseMirror with the same schema and document',
      }),
    ]
  } finally {
    await browser.close()
    server.close()
  }
}

async function openOnce(browser: Browser, url: string, stored: object): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    await page.goto(url)
    return await page.evaluate((document) => window.openEditor(document as never), stored)
  } finally {
    await page.close()
  }
}
