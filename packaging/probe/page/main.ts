import { findApi } from '#packaging/player/reporters/find-api.ts'
import { button, byId, make } from '#packaging/player/view/dom.ts'
import { type First, firstLaunch, sayClosed } from './first-launch.ts'
import { type Lms, openLms, type Standard } from './lms.ts'
import { readMark } from './mark.ts'
import { type Finding, report } from './report.ts'
import { endForGood, type Second, secondLaunch, wasLaunched } from './second-launch.ts'
import type { ProbeWords } from './words.ts'

/** Of the copy that is kept beside what the LMS keeps. */
const copyName = 'grainotheque.probe'

type Told = { standard: Standard; words: ProbeWords }

const { standard, words }: Told = JSON.parse(byId('probe-data')?.textContent ?? '')
const region = byId('probe')!
const begin = button(words.start, start)
region.append(begin)

function start(): void {
  const name = standard === 'scorm-12' ? 'API' : 'API_1484_11'
  const api = findApi<object>(name, window)
  begin.remove()
  const lms = api && openLms(standard, api)
  if (lms?.begin()) tryOut(lms, name)
  else say(make('p', '', api ? words.refused : words.noLms))
}

function tryOut(lms: Lms, name: string): void {
  const about = { where: placeOf(name), storage: storageWorks() }
  const left = readMark(lms.get('state')) ?? (wasLaunched(lms) ? readCopy() : null)
  if (left || wasLaunched(lms)) again(lms, left ?? firstLaunch(lms, about, clock))
  else first(lms, firstLaunch(lms, about, clock))
}

const clock = () => performance.now()

function first(lms: Lms, found: First): void {
  keepCopy(found)
  addEventListener('pagehide', () => sayClosed(lms))
  say(make('h2', '', words.first), ...shown(found, null), make('p', 'next', words.again))
}

function again(lms: Lms, left: First): void {
  const back = secondLaunch(lms)
  endForGood(lms)
  forgetCopy()
  addEventListener('pagehide', () => lms.finish())
  say(make('h2', '', words.second), ...shown(left, back), make('p', 'next', words.done))
}

/** The heading takes the focus, so that whoever does not see the page hears that it changed. */
function say(...parts: HTMLElement[]): void {
  region.replaceChildren(...parts)
  const [heading] = parts
  if (!heading) return
  heading.tabIndex = -1
  heading.focus()
}

function shown(found: First, back: Second | null): HTMLElement[] {
  const findings = report(found, back)
  const json = JSON.stringify(
    { probe: 1, standard, first: found, second: back, findings },
    null,
    2,
  )
  const list = make('ul', 'findings')
  list.append(...findings.map(item))
  return [list, tools(json)]
}

function item({ about, verdict, says, choose, values }: Finding): HTMLElement {
  const entry = make('li', `is-${verdict}`)
  entry.append(
    make('strong', '', words.about[about]),
    ' ',
    make('span', 'verdict', words.verdicts[verdict]),
    make('p', '', filled(words.says[says], values)),
  )
  if (choose) entry.append(make('p', 'choose', `${words.atExport} ${words.choose[choose]}`))
  return entry
}

function filled(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

function tools(json: string): HTMLElement {
  const bar = make('p', 'tools')
  const said = make('span', '')
  said.setAttribute('role', 'status')
  const text = make('textarea', '')
  text.value = json
  text.readOnly = true
  text.rows = 6
  text.setAttribute('aria-label', 'JSON')
  bar.append(
    button(words.copy, () => {
      text.select()
      // An LMS's frame may forbid the newer way.
      const done = navigator.clipboard?.writeText(json) ?? Promise.reject(new Error('none'))
      done
        .catch(() => document.execCommand('copy'))
        .finally(() => {
          said.textContent = words.copied
        })
    }),
    button(words.download, () => save(json)),
    said,
    text,
  )
  return bar
}

function save(json: string): void {
  const link = make('a', '')
  link.href = URL.createObjectURL(new Blob([json], { type: 'application/json' }))
  link.download = `probe-${standard}.json`
  link.click()
}

function placeOf(name: string): First['where'] {
  if (name in window) return 'here'
  for (let from: Window = window; from !== from.parent; from = from.parent) {
    try {
      if (name in from.parent) return 'frame'
    } catch {
      // Another site's frame: there may still be an LMS above it.
    }
  }
  return 'opener'
}

function storageWorks(): boolean {
  try {
    localStorage.setItem(copyName, '')
    localStorage.removeItem(copyName)
    return true
  } catch {
    return false
  }
}

function keepCopy(found: First): void {
  if (found.storage) localStorage.setItem(copyName, JSON.stringify(found))
}

function readCopy(): First | null {
  try {
    return JSON.parse(localStorage.getItem(copyName) ?? 'null')
  } catch {
    return null
  }
}

function forgetCopy(): void {
  try {
    localStorage.removeItem(copyName)
  } catch {
    // Nothing was kept.
  }
}
