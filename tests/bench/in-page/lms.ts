import { Scorm12API } from 'scorm-again'

/** Runs in the page that stands in for an LMS: plays what it is told to, and watches it appear. */

/** How a module came up; milliseconds are counted from when its frame was put in the page. */
export type Start = {
  /** From when on so much text stood painted before the learner, and stayed. */
  readableMs: number
  /** `null` when the module speaks to no LMS. */
  initialisedMs: number | null
  calls: number
  commits: number
  /** Bytes and files that were asked for before it was readable. */
  bytes: number
  requests: number
}

const enoughCharacters = 200
/** What comes later than this after everything was loaded is not part of the start. */
const settledAfter = 1000

const calls: { method: string; at: number }[] = []
exposeApi()
Object.assign(window, { play })

async function play(url: string): Promise<Start> {
  const frame = document.createElement('iframe')
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
  const from = performance.now()
  const stretch = watchText(frame)
  frame.src = url
  document.body.append(frame)
  await loaded
  await new Promise((resolve) => setTimeout(resolve, settledAfter))
  return start(frame, from, stretch())
}

function start(frame: HTMLIFrameElement, from: number, textSince: number): Start {
  if (!Number.isFinite(textSince)) throw new Error('there never was enough to read')
  const { performance: theirs } = frame.contentWindow!
  const readable = Math.max(textSince, firstPaint(theirs))
  const files = [
    ...theirs.getEntriesByType('navigation'),
    ...theirs.getEntriesByType('resource'),
  ] as PerformanceResourceTiming[]
  const before = files.filter((file) => onOurClock(theirs, file.startTime) < readable)
  return {
    readableMs: readable - from,
    initialisedMs: calls[0] ? calls[0].at - from : null,
    calls: calls.length,
    commits: calls.filter(({ method }) => method === 'LMSCommit').length,
    bytes: before.reduce((sum, { transferSize }) => sum + transferSize, 0),
    requests: before.length,
  }
}

/** A frame that was laid out is not one that was shown: the browser says when it was. */
function firstPaint(theirs: Performance): number {
  const [paint] = theirs.getEntriesByName('first-contentful-paint')
  if (!paint) throw new Error('nothing was painted')
  return onOurClock(theirs, paint.startTime)
}

function onOurClock(theirs: Performance, milliseconds: number): number {
  return theirs.timeOrigin + milliseconds - performance.timeOrigin
}

/** Looks at each animation frame; what it gives back tells since when there was enough text. */
function watchText(frame: HTMLIFrameElement): () => number {
  let since = Number.POSITIVE_INFINITY
  const look = () => {
    const page = frame.contentDocument
    if (!page || !hasEnoughText(page)) since = Number.POSITIVE_INFINITY
    else if (since === Number.POSITIVE_INFINITY) since = performance.now()
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  return () => since
}

function hasEnoughText(page: Document): boolean {
  if (!page.body || page.styleSheets.length === 0) return false
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  let characters = 0
  while (characters < enoughCharacters && texts.nextNode()) {
    characters += shownCharacters(texts.currentNode as Text)
  }
  return characters >= enoughCharacters
}

/** Characters that stand in the window and that nothing covers; lines count as equally long. */
function shownCharacters(text: Text): number {
  const { length } = text.data.trim()
  if (length === 0) return 0
  const range = document.createRange()
  range.selectNodeContents(text)
  const rows = [...range.getClientRects()]
  const shown = rows.filter((row) => isShown(row, text))
  return rows.length === 0 ? 0 : Math.round((length * shown.length) / rows.length)
}

function isShown({ left, top, width, height }: DOMRect, text: Text): boolean {
  const page = text.ownerDocument
  const there = page.elementFromPoint(left + width / 2, top + height / 2)
  const owner = text.parentElement
  return (
    !!there && !!owner && (there === owner || there.contains(owner) || owner.contains(there))
  )
}

function exposeApi(): void {
  const api = new Scorm12API({ autocommit: false, logLevel: 5 })
  const members = api as unknown as Record<string, (...args: string[]) => string>
  const given: Record<string, (...args: string[]) => string> = {}
  for (const method of Object.keys(api).filter((name) => name.startsWith('LMS'))) {
    given[method] = (...args) => {
      calls.push({ method, at: performance.now() })
      return members[method]!.apply(api, args)
    }
  }
  Object.assign(window, { API: given })
}
