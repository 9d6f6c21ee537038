import type { DescribedEdition } from './describe-edition.server.ts'

type Said = {
  edition: DescribedEdition
  /** Of the page, absolute. */
  url: string
  /** Of the catalogue's page of its organisation, absolute. */
  provider: string
  /** Its identifier for ever, as statements name it. */
  iri: string
}

/**
 * A module as search engines read it; what is not known is left out.
 *
 * @see https://schema.org/LearningResource
 */
export function learningResource({ edition, url, provider, iri }: Said) {
  const { facts, licence, organisation, alignments, number, guarantees } = edition
  const organisations = [organisation, ...edition.coAuthors]
  const ends = guarantees.flatMap(({ endsOn }) => endsOn ?? []).sort()
  const taught = alignments.filter(({ role }) => role === 'teaches')
  const assessed = alignments.filter(({ role }) => role === 'assesses')
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    '@id': url,
    identifier: iri,
    url,
    name: facts.title,
    description: facts.summary || facts.objective,
    inLanguage: facts.language,
    timeRequired: `PT${facts.minutes}M`,
    learningResourceType: 'learning module',
    educationalLevel: facts.level,
    isAccessibleForFree: true,
    version: number,
    datePublished: instantOf(edition.publishedAt),
    dateModified: instantOf(edition.publishedAt),
    ...(ends[0] && { expires: ends[0] }),
    ...(facts.keywords.length > 0 && { keywords: facts.keywords.join(', ') }),
    ...(facts.audience && {
      audience: { '@type': 'EducationalAudience', audienceType: facts.audience },
    }),
    ...(facts.prerequisites && { competencyRequired: facts.prerequisites }),
    ...(licence?.url && { license: licence.url }),
    creator: facts.authors.map((name) => ({
      '@type': organisations.includes(name) ? 'Organization' : 'Person',
      name,
    })),
    provider: { '@type': 'Organization', name: organisation, url: provider },
    teaches: [facts.objective, ...labels(taught)].filter((text) => text !== ''),
    assesses: labels(assessed),
    educationalAlignment: alignments.map(
      ({ role, label, frameworkCode, competencyBlockCode }) => ({
        '@type': 'AlignmentObject',
        alignmentType: role === 'assesses' ? 'assesses' : 'teaches',
        educationalFramework: `${frameworkCode} (${competencyBlockCode})`,
        targetName: label,
      }),
    ),
    ...(guarantees.length > 0 && {
      maintainer: [...new Set(guarantees.flatMap(({ person }) => person ?? []))].map(
        (name) => ({ '@type': 'Person', name }),
      ),
    }),
  }
}

function labels(alignments: DescribedEdition['alignments']): string[] {
  return [...new Set(alignments.map(({ label }) => label))]
}

function instantOf(at: number): string {
  return new Date(at).toISOString()
}
