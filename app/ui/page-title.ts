import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useMatches } from '#app/framework.ts'

type Words = TFunction<['common', 'accounts', 'modules', 'competencies', 'imports']>

/** What a route says of itself, as its `handle`: its part of the page's title. */
export type PageHandle<Data = unknown> = { title: (t: Words, data: Data) => string }

/** From the innermost page outwards: `Publier · Choisir un extincteur · Grainothèque`. */
export function usePageTitle(): string {
  const { t } = useTranslation(['common', 'accounts', 'modules', 'competencies', 'imports'])
  const parts = useMatches()
    .filter(({ handle }) => handle !== undefined)
    .map(({ handle, data }) =>
      data === undefined ? '' : (handle as PageHandle).title(t, data),
    )
  return [...parts.filter(Boolean).reverse(), 'Grainothèque'].join(' · ')
}
