import { randomBytes } from 'node:crypto'
import { instance } from '#app/db/instance.server.ts'
import { type Role, roles } from '#app/db/schema/bank/index.ts'
import { addPerson as add } from '#app/services/accounts/add-person.server.ts'
import { print, UsageError, type Verb } from '../verb.ts'

export const addPerson: Verb = {
  name: 'add-person',
  usage: '<email> --name <name> --organisation <name> --roles <role,role>',
  summary: `Creates an account and prints its password once. Roles: ${roles.join(', ')}.`,
  options: {
    name: { type: 'string' },
    organisation: { type: 'string' },
    roles: { type: 'string' },
  },
  words: 1,
  async run({ words: [email = ''], options }) {
    const { name, organisation } = options
    if (typeof name !== 'string' || typeof organisation !== 'string') {
      throw new UsageError('--name and --organisation are needed')
    }
    if (!/^\S+@\S+$/.test(email)) throw new UsageError(`"${email}" is not an email address`)
    const password = randomBytes(12).toString('base64url')
    await add(instance().bank, {
      name,
      email,
      password,
      organisation,
      roles: rolesIn(String(options.roles ?? '')),
    })
    print(`${email}\t${password}`)
  },
}

function rolesIn(text: string): Role[] {
  const asked = text.split(',').map((role) => role.trim())
  const unknown = asked.find((role) => !roles.includes(role as Role))
  if (unknown !== undefined) throw new UsageError(`--roles must be some of ${roles.join(', ')}`)
  return [...new Set(asked)] as Role[]
}
