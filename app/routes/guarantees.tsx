import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, Link, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import guaranteesEn from '#app/i18n/en/guarantees.json'
import guaranteesFr from '#app/i18n/fr/guarantees.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import { handOver } from '#app/services/guarantees/hand-over.server.ts'
import {
  type ListedGuarantee,
  listGuaranteesOf,
} from '#app/services/guarantees/read-guarantees.server.ts'
import { may } from '#app/services/rights.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Select } from '#app/ui/field.tsx'
import { guaranteeTones } from '#app/ui/guarantees/guarantee-panel.tsx'
import panels from '#app/ui/module/panels.module.css'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'guarantee:answer')
  const { bank } = instance()
  const { organisationId, personId } = member
  const {
    guarantors,
    works: _,
    ...lists
  } = listGuaranteesOf(bank, {
    organisationId,
    personId,
    now: new Date(),
  })
  return {
    ...lists,
    members: listMembers(bank, { organisationId }),
    from: guarantors.filter(({ id }) => id === personId || may(member, 'guarantee:hand-over')),
  }
})

const HandOverForm = z.object({ fromId: z.string().max(80), toId: z.string().max(80) })

export const action = acts(async ({ request }) => {
  const member = requireMember(request, 'guarantee:answer')
  const { organisationId, personId } = member
  const form = await readForm(request, HandOverForm)
  if (form.fromId !== personId && !may(member, 'guarantee:hand-over'))
    throw new UserError('rights.refused', {}, 403)
  const asked = { ...form, organisationId, personId, now: new Date() }
  return { handed: handOver(instance().bank, asked) }
})

export const handle: PageHandle = { title: (t) => t('guarantees') }

/** What somebody answers for, is asked to, or stands in for. */
export default function Guarantees() {
  useOwnWords('guarantees', { fr: guaranteesFr, en: guaranteesEn })
  const { t } = useTranslation('guarantees')
  const { toAnswer, own, standIn, from, members } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p className="soft">{t('lead')}</p>
      <Refusal data={answer} />
      {answer && 'handed' in answer && (
        <Notice tone="ok">{t('handOver.done', { count: answer.handed })}</Notice>
      )}
      <List title={t('toAnswer')} rows={toAnswer} link={t('answerIt')} />
      <List title={t('mine')} rows={own} link={t('lookIt')} />
      {standIn.length > 0 && (
        <List title={t('standIn')} rows={standIn} link={t('lookIt')} others />
      )}
      {from.length > 0 && <HandOver from={from} members={members} />}
    </div>
  )
}

type ListProps = { title: string; rows: ListedGuarantee[]; link: string; others?: true }

function List({ title, rows, link, others }: ListProps) {
  const { t } = useTranslation(['guarantees', 'modules'])
  const { day } = useFormat()
  const id = useId()
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 && <p className="soft">{t('none')}</p>}
      <ul className={panels.rows}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/modules/${row.moduleId}`}>{row.title}</Link>
            <span>{t(`modules:aspects.${row.aspect}`)}</span>
            {row.answer === 'accepted' && (
              <Badge tone={guaranteeTones[row.state]}>
                {t(`modules:guarantee.states.${row.state}`)}
              </Badge>
            )}
            <span className="soft">{said(row)}</span>
            <Link
              to={`/guarantees/${row.id}`}
              aria-label={`${link} (${row.title}, ${t(`modules:aspects.${row.aspect}`)})`}
            >
              {link}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )

  function said(row: ListedGuarantee): string {
    return [
      `${t('until')} ${day(row.endsOn)}`,
      ...(row.answer === null ? [t('askedBy', { name: row.askedBy })] : []),
      ...(row.lookOn && row.answer ? [t('lookOn', { day: day(row.lookOn) })] : []),
      ...(others ? [t('ofPerson', { name: row.person })] : []),
    ].join(' · ')
  }
}

type Name = { id: string; name: string }

function HandOver({ from, members }: { from: Name[]; members: Name[] }) {
  const { t } = useTranslation('guarantees')
  return (
    <section className="card" aria-labelledby="hand-over">
      <h2 id="hand-over">{t('handOver.heading')}</h2>
      <p className="soft">{t('handOver.lead')}</p>
      <Form method="post" className={panels.inline}>
        <Select label={t('handOver.from')} name="fromId">
          <Names names={from} />
        </Select>
        <Select label={t('handOver.to')} name="toId">
          <Names names={members} />
        </Select>
        <button type="submit">{t('handOver.button')}</button>
      </Form>
    </section>
  )
}

function Names({ names }: { names: Name[] }) {
  return names.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
}
