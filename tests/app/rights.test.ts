import { expect, it } from 'vitest'
import { apiScopes, roles } from '#app/db/schema/bank/index.ts'
import { actions, may } from '#app/services/rights.ts'

const all = [...roles, ...apiScopes.map((scope) => `api:${scope}` as const)]

/** Who may do what: one line an action, one column a role, in the order of `roles`, then those of tokens. */
const table = `
                    designer expert publisher quality administrator api:read api:export
home:read           yes      yes    yes       yes     yes             no       no
module:read         yes      yes    yes       yes     yes             yes      no
module:create       yes      no     no        no      yes             no       no
module:write        yes      no     no        no      yes             no       no
review:request      yes      no     no        no      yes             no       no
review:give         no       yes    no        no      no             no       no
remark:resolve      yes      no     no        no      yes             no       no
guarantee:record    yes      no     yes       yes     yes             no       no
guarantee:answer    yes      yes    yes       yes     yes             no       no
guarantee:hand-over no       no     no        yes     yes             no       no
watch:read          yes      yes    yes       yes     yes             no       no
watch:keep          no       no     no        yes     yes             no       no
module:publish      yes      no     yes       no      yes             no       no
waiver:ask          yes      no     yes       yes     yes             no       no
waiver:decide       no       no     yes       yes     yes             no       no
opportunity:write   yes      no     no        yes     yes             no       no
opportunity:decide  no       no     yes       yes     yes             no       no
trial:run           yes      yes    yes       yes     yes             no       no
trial:decide        yes      no     yes       yes     yes             no       no
protocol:keep       yes      no     no        yes     yes             no       no
checklist:keep      no       no     no        yes     yes             no       no
gate-profile:keep   no       no     no        no      yes             no       no
module:share        yes      no     yes       no      yes             no       no
co-author:decide    yes      no     no        no      yes             no       no
network:manage      no       no     no        no      yes             no       no
visitor-message:handle no    no     no        no      yes             no       no
package:export      yes      no     yes       no      yes             no       yes
commercial-use:decide no     no     yes       no      yes             no       no
package:check       yes      no     yes       no      yes             no       yes
api-token:manage    no       no     no        no      yes             no       no
lrs-key:manage      no       no     no        no      yes             no       no
archive:manage      no       no     no        no      yes             no       no
harvest:manage      no       no     no        no      yes             no       no
forwarding:keep     no       no     no        no      yes             no       no
processing-register:read no  no     no        yes     yes             no       no
deployment:read     yes      no     yes       yes     yes             yes      no
thin-package:manage yes      no     yes       no      yes             no       no
publication-profile:keep   yes      no     yes       no      yes             no       no
identity:keep       no       no     no        no      yes             no       no
package:play        yes      yes    yes       yes     yes             no       no
asset:read          yes      yes    yes       yes     yes             no       no
asset:add           yes      no     no        no      yes             no       no
quality:read        yes      yes    yes       yes     yes             no       no
learner-remark:handle yes    no     no        yes     yes             no       no
framework:read      yes      yes    yes       yes     yes             no       no
framework:import    yes      no     no        no      yes             no       no
framework:write     yes      no     no        no      yes             no       no
template:use        yes      no     no        no      yes             no       no
template:share      yes      no     no        no      yes             no       no
template:manage     no       no     no        no      yes             no       no
`

it('each role may do what the table says, and nothing else', () => {
  const [header = '', ...lines] = table.trim().split('\n')
  expect(header.trim().split(/\s+/)).toEqual(all)
  const written = lines.map((line) => line.trim().split(/\s+/))
  const found = actions.map((action) => [
    action,
    ...all.map((role) => (may({ roles: [role] }, action) ? 'yes' : 'no')),
  ])
  expect(found).toEqual(written)
})

it('several roles add up, and none allows nothing', () => {
  expect(may({ roles: ['quality', 'expert'] }, 'review:give')).toBe(true)
  expect(actions.filter((action) => may({ roles: [] }, action))).toEqual([])
})
