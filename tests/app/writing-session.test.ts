import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { saveChange } from '#app/services/modules/save-change.server.ts'
import { listSetAside } from '#app/services/modules/set-aside.server.ts'
import type { Side } from '#content-schema/changes/choose.ts'
import { newsFor, outlineOf } from '#content-schema/changes/outline.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import type { AutosaveState } from '#editor/autosave.ts'
import { localCopies } from '#editor/local-copy.ts'
import { type Conflict, type SaveRequest, WritingSession } from '#editor/writing-session.ts'
import { draftOf, keyOf, now, save, type Workplace, workplace } from '#tests/builders/bank.ts'
import { browserStorage } from '#tests/builders/browser-storage.ts'
import { paragraph, section, storedDoc, withId } from '#tests/builders/document.ts'

let place: Workplace
/** The browser of the designer; the administrator sits at another. */
let storage: Storage

beforeEach(() => {
  vi.useFakeTimers()
  storage = browserStorage()
  place = workplace()
  save(place, { document: written({ a: 'Un', b: 'Deux', c: 'Trois' }) })
})
afterEach(() => {
  vi.useRealTimers()
})

it('what was typed is saved, and only what changed is sent', async () => {
  const page = open('tab-1')
  page.type({ b: 'Deux, complété' })
  await pause()
  expect(page.state().name).toBe('saved')
  expect(texts(draftOf(place).document)).toEqual({ a: 'Un', b: 'Deux, complété', c: 'Trois' })
  expect(JSON.stringify(page.sent)).not.toContain('Trois')
})

it('what was undone before it was sent is not sent', async () => {
  const page = open('tab-1')
  page.type({ b: 'Deux, complété' })
  page.type({ b: 'Deux' })
  await pause()
  expect(page.state().name).toBe('saved')
  expect(page.sent).toEqual([])
})

describe('two pages', () => {
  it('take up from each other what they write in different sections', async () => {
    const [one, two] = [open('tab-1'), open('tab-2')]
    one.type({ a: 'Un, complété' })
    await pause()
    two.type({ c: 'Trois, complété' })
    await pause()
    const both = { a: 'Un, complété', b: 'Deux', c: 'Trois, complété' }
    expect(texts(draftOf(place).document)).toEqual(both)
    expect(texts(two.document)).toEqual(both)
    await one.session.catchUp(draftOf(place).version)
    expect(texts(one.document)).toEqual(both)
    expect(one.state().name).toBe('saved')
  })

  it('keep what is being typed while the other’s text arrives', async () => {
    const [one, two] = [open('tab-1'), open('tab-2')]
    two.type({ c: 'Trois, en cours' })
    one.type({ a: 'Un, complété' })
    await pause(1)
    await one.session.autosave.flush()
    await two.session.catchUp(draftOf(place).version)
    expect(texts(two.document)).toEqual({ a: 'Un, complété', b: 'Deux', c: 'Trois, en cours' })
    await pause()
    expect(texts(draftOf(place).document)).toEqual(texts(two.document))
  })

  it('add, move and remove sections without losing what the other writes', async () => {
    const [one, two] = [open('tab-1'), open('tab-2')]
    one.show({ n: 'Nouveau', c: 'Trois', a: 'Un' })
    await pause()
    two.type({ a: 'Un, complété' })
    await pause()
    const both = { n: 'Nouveau', c: 'Trois', a: 'Un, complété' }
    expect(texts(draftOf(place).document)).toEqual(both)
    expect(texts(two.document)).toEqual(both)
  })
})

describe('one section written on two pages', () => {
  const conflict = async () => {
    const [one, two] = [open('tab-1', 'administrator'), open('tab-2')]
    one.type({ a: 'Un, le leur', b: 'Deux, relu' })
    await pause()
    two.type({ a: 'Un, le mien', c: 'Trois, complété' })
    await pause()
    return two
  }

  it('stops the second, who is shown that section and by whom it was saved', async () => {
    const two = await conflict()
    expect(two.state()).toMatchObject({
      name: 'conflict',
      conflict: {
        sections: ['section00a'],
        elsewhere: { savedBy: place.people.administrator.name },
      },
    })
    expect(texts(draftOf(place).document).a).toBe('Un, le leur')
  })

  it.each<[Side, string, string]>([
    ['mine', 'Un, le mien', 'Un, le leur'],
    ['theirs', 'Un, le leur', 'Un, le mien'],
  ])('keeps %s where that is chosen, and sets the other aside', async (side, kept, aside) => {
    const two = await conflict()
    const document = two.session.choose(new Map([['section00a', side]]))
    const all = { a: kept, b: 'Deux, relu', c: 'Trois, complété' }
    expect(texts(document)).toEqual(all)
    await pause()
    expect(texts(draftOf(place).document)).toEqual(all)
    expect(setAside()).toEqual([{ a: aside }])
    expect(two.state().name).toBe('saved')
  })

  it('is asked about again when the page was reloaded instead of choosing', async () => {
    const two = await conflict()
    two.kill()
    const again = open('tab-3')
    expect(again.state()).toMatchObject({
      name: 'conflict',
      conflict: { sections: ['section00a'] },
    })
    again.kill()
    const third = open('tab-4')
    expect(third.state().name).toBe('conflict')
    third.session.choose(new Map([['section00a', 'theirs']]))
    await pause()
    expect(texts(draftOf(place).document)).toEqual({
      ...{ a: 'Un, le leur', b: 'Deux, relu', c: 'Trois, complété' },
    })
    expect(setAside()).toEqual([{ a: 'Un, le mien' }])
    expect(storage).toHaveLength(0)
  })

  it('of which one removed what the other wrote can be had back', async () => {
    const [one, two] = [open('tab-1'), open('tab-2')]
    one.show({ b: 'Deux', c: 'Trois' })
    await pause()
    two.type({ a: 'Un, complété' })
    await pause()
    const document = two.session.choose(new Map([['section00a', 'mine']]))
    expect(texts(document)).toEqual({ a: 'Un, complété', b: 'Deux', c: 'Trois' })
    await pause()
    expect(texts(draftOf(place).document)).toEqual(texts(document))
  })
})

describe('a page that is killed', () => {
  it('before anything was sent finds its text again, and saves it', async () => {
    const page = open('tab-1')
    page.type({ a: 'Un, perdu ?' })
    await pause(700)
    expect(page.sent).toEqual([])
    page.kill()
    const next = open('tab-2')
    expect(texts(next.document)).toEqual({ a: 'Un, perdu ?', b: 'Deux', c: 'Trois' })
    expect(next.session.recoveredAt).toBe(now.getTime())
    await pause()
    expect(texts(draftOf(place).document).a).toBe('Un, perdu ?')
    expect(storage).toHaveLength(0)
  })

  it('while its save was on the way is not in conflict with itself', async () => {
    const page = open('tab-1')
    page.cut('after')
    page.type({ a: 'Un, dé' })
    await pause()
    page.type({ a: 'Un, début' })
    await pause(700)
    page.kill()
    expect(texts(draftOf(place).document).a).toBe('Un, dé')
    const next = open('tab-2')
    await pause()
    expect(next.state().name).toBe('saved')
    expect(texts(draftOf(place).document).a).toBe('Un, début')
  })

  it('and whose save arrives after the next page was opened neither', async () => {
    const page = open('tab-1')
    page.cut('before')
    page.type({ a: 'Un, début' })
    await pause(900)
    const late = page.sent.at(-1)!
    page.kill()
    const next = open('tab-2')
    expect(texts(next.document).a).toBe('Un, début')
    receive('designer', late)
    next.type({ a: 'Un, début et suite' })
    await pause()
    expect(next.state().name).toBe('saved')
    expect(texts(draftOf(place).document).a).toBe('Un, début et suite')
  })

  it('with another, in different sections, is brought back with it', async () => {
    const pages = [open('tab-1'), open('tab-2')]
    for (const page of pages) page.cut('before')
    pages[0]!.type({ a: 'Un, perdu ?' })
    pages[1]!.type({ b: 'Deux, perdu ?' })
    await pause(2500)
    for (const page of pages) page.kill()
    const next = open('tab-3')
    await pause()
    const both = { a: 'Un, perdu ?', b: 'Deux, perdu ?', c: 'Trois' }
    expect(texts(next.document)).toEqual(both)
    expect(texts(draftOf(place).document)).toEqual(both)
  })
})

describe('when the server is away', () => {
  it('typing goes on, and all is sent when it is back, once, whatever had arrived', async () => {
    const page = open('tab-1')
    page.cut('after')
    page.type({ a: 'Un, dé' })
    await pause()
    page.cut('before')
    page.type({ a: 'Un', b: 'Deux, complété' })
    await pause(5000)
    expect(page.state().name).toBe('error')
    page.cut('never')
    await pause(30_000)
    expect(page.state().name).toBe('saved')
    expect(texts(draftOf(place).document)).toEqual({
      ...{ a: 'Un', b: 'Deux, complété', c: 'Trois' },
    })
  })

  it('and the browser is full, the page knows that leaving would lose something', async () => {
    storage = browserStorage(10)
    const page = open('tab-1')
    page.cut('before')
    page.type({ a: 'Un, en danger' })
    await pause(300)
    expect(page.session.autosave.atRisk).toBe(true)
    expect(page.kept()).toBe(false)
    page.cut('never')
    await pause(5000)
    expect(page.session.autosave.atRisk).toBe(false)
    expect(page.kept()).toBe(true)
  })
})

type Who = 'designer' | 'administrator'

function open(tab: string, who: Who = 'designer') {
  const { version, document: served } = draftOf(place)
  const told: { state: AutosaveState<Conflict>; kept: boolean } = {
    state: { name: 'saved' },
    kept: true,
  }
  const alive = new Set(['tab-1', 'tab-2', 'tab-3', 'tab-4'].filter((each) => !dead.has(each)))
  alive.delete(tab)
  let cut: 'before' | 'after' | 'never' = 'never'
  const page = {
    document: served,
    sent: [] as SaveRequest[],
    session: new WritingSession({
      opened: { version, document: served },
      copies: localCopies({
        ...{ storage: who === 'designer' ? storage : browserStorage(), moduleId: 'm' },
        ...{ tab, alive, now: () => now.getTime() },
      }),
      now: () => now.getTime(),
      send: async (request) => {
        page.sent.push(structuredClone(request))
        if (cut === 'before') throw new TypeError('the network is cut')
        const answer = receive(who, request)
        if (cut === 'after') throw new TypeError('the network is cut')
        return answer
      },
      onState: (state, kept) => Object.assign(told, { state, kept }),
    }),
    state: () => told.state,
    kept: () => told.kept,
    cut: (when: typeof cut) => {
      cut = when
    },
    show: (sections: Record<string, string>) => {
      page.document = written(sections)
      page.session.autosave.change(page.document)
    },
    type: (sections: Record<string, string>) =>
      page.show({ ...texts(page.document), ...sections }),
    kill: () => {
      dead.add(tab)
      page.cut('before')
      page.session.attach(null)
      vi.clearAllTimers()
    },
  }
  dead.delete(tab)
  page.session.start()
  page.document = page.session.document
  page.session.attach({
    read: () => page.document,
    show: (document) => {
      page.document = document
      page.session.autosave.change(document)
    },
  })
  return page
}

const dead = new Set<string>()
beforeEach(() => dead.clear())

function receive(who: Who, request: SaveRequest) {
  const wire = JSON.parse(JSON.stringify(request))
  const personId = place.people[who].id
  return saveChange(place.bank, { ...keyOf(place), ...wire, personId, now })
}

function pause(milliseconds = 3000) {
  return vi.advanceTimersByTimeAsync(milliseconds)
}

function setAside() {
  return listSetAside(place.bank, { ...keyOf(place), now }).map(({ document }) =>
    texts(document),
  )
}

function texts({ doc }: StoredDocument): Record<string, string> {
  return Object.fromEntries(
    (doc.content ?? []).map(({ attrs, content }) => [
      String(attrs?.id).at(-1),
      content?.[1]?.content?.[0]?.text ?? '',
    ]),
  )
}

function written(sections: Record<string, string>): StoredDocument {
  const document = storedDoc(
    ...Object.entries(sections).map(([letter, text]) =>
      withId(
        `section00${letter}`,
        section(`Section ${letter}`, withId(`element00${letter}`, paragraph(text))),
      ),
    ),
  )
  expect(newsFor(outlineOf(document), document)).toBeNull()
  return document
}
