import { profileId } from '../vocabulary.ts'
import { ownActivities, ownExtensions } from './concepts.ts'
import { patterns } from './patterns.ts'
import type { Profile } from './shapes.ts'
import { templates } from './templates.ts'

/** Of the profile whatever its version. Packages name the version, {@link profileId}. */
export const profileLine = 'urn:x-grainotheque:profile'

/**
 * Our profile as programs read it. Its ids are the same on every installation, so that statements
 * of two of them compare; each installation gives the document at an address of its own.
 *
 * @param seeAlso that address
 * @see xAPI Profile Specification 1.0
 */
export function profileDocument(seeAlso: string): Profile {
  const inScheme = <Part extends object>(part: Part) => ({ ...part, inScheme: profileId })
  return {
    '@context': 'https://w3id.org/xapi/profiles/context',
    id: profileLine,
    type: 'Profile',
    conformsTo: 'https://w3id.org/xapi/profiles#1.0',
    prefLabel: { fr: 'Grainothèque', en: 'Grainothèque' },
    definition: {
      fr: 'Ce que disent les modules de formation courts et réutilisables : lecture, réponses, résultats, avis, aide, positionnement, toujours rattachés à l’édition montrée.',
      en: 'What short, reusable learning modules tell: reading, answers, results, opinions, help, positioning, always tied to the edition that was shown.',
    },
    seeAlso,
    versions: [{ id: profileId, generatedAtTime: '2026-11-24T00:00:00Z' }],
    author: { type: 'Organization', name: 'Grainothèque' },
    concepts: [...ownExtensions, ...ownActivities].map(inScheme),
    templates: templates.map(inScheme),
    patterns: patterns.map(inScheme),
  }
}
