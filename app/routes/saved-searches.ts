import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { redirect } from '#app/framework.ts'
import { acts } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { readBankQuery, writeBankQuery } from '#app/services/search/bank-query.ts'
import { removeSavedSearch, saveSearch } from '#app/services/search/saved-searches.server.ts'

/** Keeps or forgets a search of one's own, and leads back to the search that is shown. */
export const action = acts(async ({ request }) => {
  const { personId, organisationId } = requireMember(request, 'module:read')
  const form = await readForm(request, SearchForm)
  const { bank } = instance()
  const key = { personId, organisationId }
  if (form.intent === 'remove') removeSavedSearch(bank, { ...key, searchId: form.searchId })
  else saveSearch(bank, { ...key, name: form.name, query: form.query, now: new Date() })
  const query = readBankQuery(new URLSearchParams(form.query))
  return redirect(`/modules?${writeBankQuery(query)}`)
})

/** `query`: the search that is shown, as it stands in the address. */
const query = z.string().max(5000).default('')
const SearchForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), name: z.string().trim().min(1).max(80), query }),
  z.object({ intent: z.literal('remove'), searchId: z.string().max(40), query }),
])
