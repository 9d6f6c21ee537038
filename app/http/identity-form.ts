import * as z from 'zod'
import { labelNames } from '#packaging/identity/identity.ts'
import { IdentityFields } from '#packaging/identity/read-identity.ts'

/** An identity as the fields of a page send it: what is empty is ours. */
export const IdentityForm = z.preprocess((form) => identityIn(form as Fields), IdentityFields)

type Fields = Record<string, unknown>

function identityIn(form: Fields) {
  const { brand, accent, paper, text, headings, corners, logo, logoAlt } = form
  return {
    theme: {
      ...{ brand: brand || null, accent: accent || null, paper: paper || null },
      ...{ text, headings, corners },
      logo: logo ? { digest: logo, alt: logoAlt } : null,
    },
    labels: { fr: labelsIn(form, 'fr'), en: labelsIn(form, 'en') },
  }
}

function labelsIn(form: Fields, language: 'fr' | 'en') {
  return Object.fromEntries(labelNames.map((name) => [name, form[`${language}.${name}`] ?? '']))
}
