import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bank, openBank } from '#app/db/client.server.ts'
import { letters, memberships, people, scheduledRuns } from '#app/db/schema/bank/index.ts'
import { dailyWriter } from '#app/http/daily-letter.server.ts'
import { chooseDailyLetter } from '#app/services/daily/personal-settings.server.ts'
import { remindGuests } from '#app/services/daily/remind-guests.server.ts'
import { dayDue, runDaily } from '#app/services/daily/run-daily.server.ts'
import { sendLetters } from '#app/services/letters/send-letters.server.ts'
import { openLink } from '#app/services/personal-links/personal-links.server.ts'
import { declineReview } from '#app/services/review/end-review.server.ts'
import { listReviews } from '#app/services/review/read-review.server.ts'
import { requestReview } from '#app/services/review/request-review.server.ts'
import { ask, guarantee, keyOf, now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { mailServer } from '#tests/builders/mail-server.ts'
import {
  askRound,
  asReviewer,
  delivery,
  lettersTo,
  lou,
  tokenIn,
} from '#tests/builders/rounds.ts'

const settings = { publicUrl: 'https://grains.example' }
const write = dailyWriter(settings)
/** 07:30 in Paris that day; March is on winter time until the 29th. */
const morning = (day: string) => new Date(`${day}T06:30:00Z`)

let folder: string
let place: Workplace

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daily-'))
  place = workplace(openBank(join(folder, 'bank.sqlite')))
  // The first start tells nobody.
  expect(runDaily(place.bank, write, morning('2026-03-10'))).toBe(0)
})

afterEach(() => {
  place.bank.$client.close()
  rmSync(folder, { recursive: true })
})

describe('the letter of the day', () => {
  it('is for whoever something needs, and for nobody else', () => {
    ask(place)
    expect(run('2026-03-11')).toBe(1)
    expect(written()).toMatchObject([
      { address: place.people.expert.email, subject: '1 chose vous attend', language: 'fr' },
    ])
    const [letter] = written()
    expect(letter?.text).toContain('Relecture demandée par Centre du Val designer')
    expect(letter?.text).toContain('https://grains.example/account')
  })

  it('goes out at seven in Paris, in winter as in summer', () => {
    expect(dayDue(new Date('2026-03-11T05:59:00Z'))).toBe('2026-03-10')
    expect(dayDue(new Date('2026-03-11T06:00:00Z'))).toBe('2026-03-11')
    expect(dayDue(new Date('2026-07-11T04:59:00Z'))).toBe('2026-07-10')
    expect(dayDue(new Date('2026-07-11T05:00:00Z'))).toBe('2026-07-11')
    expect(dayDue(new Date('2026-07-11T22:30:00Z'))).toBe('2026-07-11')
  })

  it('goes out once a day, however often one looks', () => {
    ask(place)
    expect([run('2026-03-11'), run('2026-03-11'), run('2026-03-12')]).toEqual([1, 0, 1])
  })

  it('is written in the language of its reader, once for each organisation', () => {
    ask(place)
    const { id, email } = place.people.expert
    place.bank.$client.prepare("update people set language = 'en' where id = ?").run(id)
    const other = workplace(place.bank)
    place.bank
      .insert(memberships)
      .values({ personId: id, organisationId: other.organisationId, role: 'expert' })
      .run()
    requestReview(place.bank, {
      ...keyOf(other),
      ...{ expertId: id, aspects: ['content'], message: '', dueOn: null, now },
      personId: other.people.designer.id,
    })
    expect(run('2026-03-11')).toBe(2)
    expect(written().map(({ address, subject }) => [address, subject])).toEqual([
      [email, '1 thing needs you'],
      [email, '1 thing needs you'],
    ])
  })

  it('is not sent to whoever does not want it, but for reminders', () => {
    ask(place)
    guarantee(place, 'content', '2026-04-11', new Date(now.getTime() + 1))
    chooseDailyLetter(place.bank, { personId: place.people.expert.id, dailyLetter: false })
    expect(run('2026-03-11')).toBe(0)
    // Thirty days before.
    expect(run('2026-03-12')).toBe(1)
    expect(written()).toHaveLength(1)
    expect(written()[0]?.subject).toMatch(/^Rappel\s: Gestes et postures$/)
    expect(written()[0]?.text).not.toContain('Relecture')
  })
})

describe('reminders', () => {
  it('of a review come the day before, on the day and the day after', () => {
    const by = { ...keyOf(place), expertId: place.people.expert.id, message: '', now }
    const personId = place.people.designer.id
    requestReview(place.bank, { ...by, personId, aspects: ['content'], dueOn: '2026-03-14' })
    const days = ['2026-03-12', '2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16']
    for (const day of days) run(day)
    const subjects = written().map(({ subject }) => subject.startsWith('Rappel'))
    expect(subjects).toEqual([false, true, true, true, false])
  })

  it('of a guarantee come 60, 30 and 7 days before its end', () => {
    guarantee(place, 'content', '2026-05-11', new Date(now.getTime() + 1))
    chooseDailyLetter(place.bank, { personId: place.people.expert.id, dailyLetter: false })
    const days = ['2026-03-12', '2026-03-13', '2026-04-11', '2026-04-12', '2026-05-04']
    expect(days.map(run)).toEqual([1, 0, 1, 0, 1])
  })
})

describe('whatever happens to the machine', () => {
  it('of the days missed, the last one is caught up', () => {
    ask(place)
    expect(runDaily(place.bank, write, new Date('2026-03-15T03:00:00Z'))).toBe(1)
    expect(days()).toEqual(['2026-03-10', '2026-03-14'])
    expect(run('2026-03-15')).toBe(1)
  })

  it('a clock that jumps back sends nothing twice', () => {
    ask(place)
    expect(run('2026-03-12')).toBe(1)
    expect(run('2026-03-11')).toBe(0)
    expect(run('2026-03-10')).toBe(0)
    expect(run('2026-03-12')).toBe(0)
    expect(run('2026-03-13')).toBe(1)
  })

  it('a clock that was years ahead for a moment does not silence the bank until then', () => {
    ask(place)
    expect(run('2030-01-01')).toBe(1)
    expect(run('2026-03-11')).toBe(1)
  })

  it('two processes at once write each letter once', () => {
    ask(place)
    const other = openBank(join(folder, 'bank.sqlite'))
    const claims = [place.bank, other].map((bank) => runAsIfAlone(bank))
    expect(claims.reduce((sum, each) => sum + each, 0)).toBe(1)
    expect(written()).toHaveLength(1)
    other.$client.close()
  })

  it('what a crash interrupted goes on where it stood', () => {
    ask(place)
    expect(run('2026-03-11')).toBe(1)
    place.bank.$client.exec(
      "delete from scheduled_runs where name = 'daily' and day > '2026-03-10'",
    )
    expect(run('2026-03-11')).toBe(0)
    expect(written()).toHaveLength(1)
  })

  it('a mail server that is down for a day delays the letter, and loses nothing', async () => {
    const mail = await mailServer()
    mail.refuse(true)
    ask(place)
    run('2026-03-11')
    const smtp = {
      ...settings,
      dataDir: folder,
      smtpUrl: mail.url,
      mailFrom: 'g@grains.example',
    }
    const at = (hour: number) => ({
      now: () => new Date(morning('2026-03-11').getTime() + hour * 3_600_000),
    })
    for (const hour of [0, 1, 12, 23]) await sendLetters(place.bank, smtp, at(hour))
    expect(mail.messages).toEqual([])
    mail.refuse(false)
    run('2026-03-12')
    await sendLetters(place.bank, smtp, at(25))
    expect(mail.messages).toHaveLength(2)
    await mail.close()
  })
})

it('guests, who have no account, are written to by nobody here', () => {
  ask(place)
  place.bank.update(people).set({ email: null }).run()
  expect(run('2026-03-11')).toBe(0)
})

function run(day: string): number {
  return runDaily(place.bank, write, morning(day))
}

/** As a process that looked before the other had finished: it does not see that the day is done. */
function runAsIfAlone(bank: Bank): number {
  bank.$client.exec("delete from scheduled_runs where name = 'daily' and day = '2026-03-11'")
  return runDaily(bank, write, morning('2026-03-11'))
}

function written() {
  return place.bank.select().from(letters).orderBy(letters.writtenAt).all()
}

function days(): string[] {
  const rows = place.bank.select().from(scheduledRuns).all()
  return rows
    .filter(({ name }) => name === 'daily')
    .map(({ day }) => day)
    .sort()
}

describe('a guest who was asked to review', () => {
  beforeEach(() => {
    askRound(place, { dueOn: '2026-03-20' })
    place.bank.delete(letters).run()
  })

  it('is reminded the day before, on the day and the day after, by a link that opens', () => {
    const days = ['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22']
    expect(days.map(remind)).toEqual([0, 1, 1, 1, 0])
    for (const { text, subject } of lettersTo(place, lou.email)) {
      expect(subject).toMatch(/^Rappel\s: /)
      const opened = openLink(place.bank, { token: tokenIn(text), now: morning('2026-03-21') })
      expect(opened.purpose).toBe('review')
    }
  })

  it('is reminded once a day, and not of what they declined', () => {
    expect([remind('2026-03-19'), remind('2026-03-19')]).toEqual([1, 0])
    const [review] = listReviews(place.bank, place.moduleId)
    declineReview(place.bank, { ...asReviewer(place, review!.id), reason: 'Pas le temps' })
    expect(remind('2026-03-20')).toBe(0)
  })

  const remind = (day: string) => remindGuests(place.bank, delivery, morning(day))
})
