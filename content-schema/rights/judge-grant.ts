import { licence as licenceOf } from '../licences/catalogue.ts'
import type { Licence } from '../licences/licence.ts'
import type { GrantedRight } from '../rights-record.ts'
import { because, type Part, type Reason, type SolutionCode, type Use } from './reason.ts'

/** What the licence of a part, its assignment or its authorisation says of this use. */
export function judgeGrant(part: Part, use: Use): Reason[] {
  const { basis, licence } = part.rights
  const known = licenceOf(licence)
  if (basis === 'own-work' || !known) return []
  if (basis === 'licence') return ofLicence(part, known, use)
  return ofAgreement(part, use)
}

function ofLicence(part: Part, licence: Licence, { reach, commercial }: Use): Reason[] {
  if (licence.family === 'closed')
    return [
      because(part, { code: 'rights.reserved', solutions: ['ask-authorisation', 'replace'] }),
    ]
  const found: Reason[] = []
  if (part.adapted && !licence.permits.adapt && !isPrivate(licence, reach))
    found.push(
      because(part, {
        code: 'rights.no-derivatives',
        solutions: ['show-whole', 'ask-authorisation', 'replace'],
      }),
    )
  if (commercial && !licence.permits.commercial) found.push(forSale(part))
  return found
}

/** What somebody decided in writing no longer stands in the way, and stays in sight. */
function forSale(part: Part): Reason {
  if (!part.decision)
    return because(part, {
      code: 'rights.commercial-use',
      solutions: ['not-commercial', 'ask-authorisation', 'replace', 'decide'],
    })
  const { person, day, reason } = part.decision
  const params = { person, day, reason }
  return because(part, { code: 'rights.decided', severity: 'warns', params, solutions: [] })
}

/** From 4.0 on, what may not be shared changed may be changed for oneself; before, not even that. */
function isPrivate({ version }: Licence, reach: Use['reach']): boolean {
  return reach === 'organisation' && version === '4.0'
}

/** Only what was granted by name was granted. */
function ofAgreement(part: Part, { commercial }: Use): Reason[] {
  const { granted, proof, proofFile } = part.rights
  const found: Reason[] = []
  if (proof === '' && proofFile === null)
    found.push(
      because(part, {
        code: 'rights.without-proof',
        severity: 'warns',
        solutions: ['keep-proof'],
      }),
    )
  if (granted.length === 0) {
    found.push(
      because(part, {
        code: 'rights.grant-unsaid',
        severity: 'warns',
        solutions: ['say-granted'],
      }),
    )
    return found
  }
  const wanted: GrantedRight[] = ['reproduction', 'communication']
  if (part.adapted) wanted.push('adaptation')
  if (commercial) wanted.push('commercial')
  const missing = wanted.filter((right) => !granted.includes(right))
  return [...found, ...missing.map((right) => notGranted(part, right))]
}

const refused: Record<GrantedRight, { code: string; instead: SolutionCode[] }> = {
  reproduction: { code: 'rights.not-granted-reproduction', instead: [] },
  communication: { code: 'rights.not-granted-communication', instead: [] },
  adaptation: { code: 'rights.not-granted-adaptation', instead: ['show-whole'] },
  commercial: { code: 'rights.not-granted-commercial', instead: ['not-commercial'] },
}

function notGranted(part: Part, right: GrantedRight): Reason {
  const { code, instead } = refused[right]
  return because(part, { code, solutions: [...instead, 'ask-authorisation', 'replace'] })
}
