export {
  authenticate,
  type Credential,
  createCredential,
  revokeCredential,
} from './credentials.server.ts'
export { recompute } from './rollups/recompute.server.ts'
export { createXapiHandler, type XapiOptions } from './xapi-handler.server.ts'
