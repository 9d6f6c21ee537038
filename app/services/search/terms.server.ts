import { gt } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { searchTerms } from '#app/db/schema/bank/index.ts'
import type { FacetName } from './facets.ts'

type Term = { id: number; facet: FacetName; value: string }
type Known = { byId: Term[]; idOf: Map<string, number> }

/** Terms are never changed nor removed, so that each is read once a process. */
const known = new WeakMap<Bank['$client'], Known>()

/** The terms of the installation by their ids; there are gaps in it. */
export function termsById(bank: Bank): readonly (Term | undefined)[] {
  return upToDate(bank).byId
}

/** @returns `undefined` for a value that no module ever had */
export function findTermId(bank: Bank, facet: FacetName, value: string): number | undefined {
  return upToDate(bank).idOf.get(`${facet} ${value}`)
}

function upToDate(bank: Bank): Known {
  const before = known.get(bank.$client) ?? { byId: [], idOf: new Map() }
  const last = before.byId.length - 1
  const added = bank.select().from(searchTerms).where(gt(searchTerms.id, last)).all()
  for (const term of added as Term[]) {
    before.byId[term.id] = term
    before.idOf.set(`${term.facet} ${term.value}`, term.id)
  }
  known.set(bank.$client, before)
  return before
}
