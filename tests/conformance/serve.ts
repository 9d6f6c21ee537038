import { createCredential } from '#app/lrs/index.server.ts'
import { openEndpoint } from '#tests/app/lrs/endpoint.ts'

/**
 * An empty endpoint for a suite of somebody else, until it is ended: `node --import tsx
 * tests/conformance/serve.ts`. Prints `{ url, key, secret }` once it answers.
 */
const { url, bank } = await openEndpoint()
console.log(JSON.stringify({ url, ...credential() }))

/** Runners take what begins with a dash for an option. */
function credential(): { key: string; secret: string } {
  const made = createCredential(bank, { organisationId: 'one', scope: 'all', now: new Date() })
  return Object.values(made).some((part) => part.startsWith('-')) ? credential() : made
}
