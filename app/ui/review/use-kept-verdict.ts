import { type RefObject, useRef } from 'react'
import { useLocation, useNavigation } from '#app/framework.ts'
import type { ReviewView } from '#app/services/review/read-review.server.ts'
import { type KeptFields, useKeptFields } from '../module/use-kept-fields.ts'

export type KeptVerdict = { form: RefObject<HTMLFormElement>; kept: KeptFields }

/** Keeps in this browser what is filled in before it is sent; gone once the review is given or ended. */
export function useKeptVerdict(
  { id, verdict, endedAs }: ReviewView,
  isOpen: boolean,
): KeptVerdict {
  const form = useRef<HTMLFormElement>(null)
  const { pathname } = useLocation()
  const { state, formData, location } = useNavigation()
  // A member leaves the page with what they sent; whoever is refused stays on it.
  const leaves =
    state === 'loading' &&
    ['verdict', 'decline'].includes(String(formData?.get('intent'))) &&
    location.pathname !== pathname
  const saved = leaves || verdict !== null || endedAs !== null
  const kept = useKeptFields(form, `review.${id}`, isOpen ? id : '', saved)
  return { form, kept }
}
