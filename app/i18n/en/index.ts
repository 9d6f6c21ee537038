import accounts from './accounts.json'
import errors from './browser-errors.json'
import common from './common.json'
import competencies from './competencies.json'
import findings from './findings.json'
import imports from './imports.json'
import media from './media.json'
import modules from './modules.json'
import templates from './templates.json'

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
