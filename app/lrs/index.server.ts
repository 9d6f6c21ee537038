export { createCredential, revokeCredential } from './credentials.server.ts'
export { recompute } from './rollups/recompute.server.ts'
export { eraseRegistration, readRegistration } from './statements/of-registration.server.ts'
export { createXapiHandler } from './xapi-handler.server.ts'
