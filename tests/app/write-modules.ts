import { join } from 'node:path'
import { findOrganisations } from '#app/services/accounts/find-organisations.server.ts'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { emptyBank, now } from '#tests/builders/bank.ts'

/**
 * A process that writes into a bank without pause: `write-modules.ts <folder> <name> <how many>`.
 * Prints a line when it has begun.
 */
const [, , folder = '', name = '', count = '0'] = process.argv
const bank = emptyBank(join(folder, 'bank.sqlite'))
const organisationId = findOrganisations(bank)[0]!.id
const author = listMembers(bank, { organisationId, role: 'designer' })[0]!
for (let number = 1; number <= Number(count); number += 1) {
  const code = `${name}-${number}`
  createModule(bank, { title: code, code, language: 'fr', author, organisationId, now })
  if (number === 1) console.log('writing')
}
