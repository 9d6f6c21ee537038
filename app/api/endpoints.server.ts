import type { Endpoint } from './endpoint.ts'
import { checkPackage } from './endpoints/checks.server.ts'
import { deployments } from './endpoints/deployments.server.ts'
import {
  askForExports,
  cancelExports,
  downloadExport,
  readExport,
} from './endpoints/exports.server.ts'
import { module, modules } from './endpoints/modules.server.ts'

/** All that a program may ask of us, with a token. */
export const endpoints: readonly Endpoint[] = [
  modules,
  module,
  askForExports,
  readExport,
  downloadExport,
  cancelExports,
  deployments,
  checkPackage,
]
