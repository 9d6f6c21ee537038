import accounts from './accounts.json' with { type: 'json' }
import errors from './browser-errors.json' with { type: 'json' }
import common from './common.json' with { type: 'json' }
import competencies from './competencies.json' with { type: 'json' }
import findings from './findings.json' with { type: 'json' }
import imports from './imports.json' with { type: 'json' }
import media from './media.json' with { type: 'json' }
import modules from './modules.json' with { type: 'json' }
import templates from './templates.json' with { type: 'json' }

const words = {
  accounts,
  common,
  competencies,
  errors,
  findings,
  imports,
  media,
  modules,
  templates,
}

/** What every page has. */
export type Words = typeof words
/** What a page of its own brings along. */
export type OwnWords = {
  account: typeof import('./account.json')
  api: typeof import('./api.json')
  archive: typeof import('./archive.json')
  catalogue: typeof import('./catalogue.json')
  check: typeof import('./check.json')
  checklists: typeof import('./checklists.json')
  coWriting: typeof import('./co-writing.json')
  coverage: typeof import('./coverage.json')
  delivery: typeof import('./delivery.json')
  deployments: typeof import('./deployments.json')
  exports: typeof import('./exports.json')
  feedback: typeof import('./feedback.json')
  forwarding: typeof import('./forwarding.json')
  gates: typeof import('./gates.json')
  guarantees: typeof import('./guarantees.json')
  harvest: typeof import('./harvest.json')
  history: typeof import('./history.json')
  home: typeof import('./home.json')
  identity: typeof import('./identity.json')
  ids: typeof import('./ids.json')
  importLosses: typeof import('./import-losses.json')
  letters: typeof import('./letters.json')
  lrsKeys: typeof import('./lrs-keys.json')
  opportunity: typeof import('./opportunity.json')
  packageFindings: typeof import('./package-findings.json')
  path: typeof import('./path.json')
  play: typeof import('./play.json')
  processing: typeof import('./processing.json')
  quality: typeof import('./quality.json')
  referentials: typeof import('./referentials.json')
  reuse: typeof import('./reuse.json')
  reuseChoice: typeof import('./reuse-choice.json')
  reuseFindings: typeof import('./reuse-findings.json')
  review: typeof import('./review.json')
  reviewer: typeof import('./reviewer.json')
  rights: typeof import('./rights.json')
  rightsFindings: typeof import('./rights-findings.json')
  search: typeof import('./search.json')
  sharing: typeof import('./sharing.json')
  solutions: typeof import('./solutions.json')
  told: typeof import('./told.json')
  watch: typeof import('./watch.json')
  trialPart: typeof import('./trial-part.json')
  trials: typeof import('./trials.json')
}
export default words
