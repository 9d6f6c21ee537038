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

export default words
