import { expect, it } from 'vitest'
import { roles } from '#app/db/schema/bank/index.ts'
import { actions, may } from '#app/services/rights.ts'

/** Who may do what: one line an action, one column a role, in the order of `roles`. */
const table = `
                    designer expert publisher quality administrator
home:read           yes      yes    yes       yes     yes
module:read         yes      yes    yes       yes     yes
module:create       yes      no     no        no      yes
module:write        yes      no     no        no      yes
review:request      yes      no     no        no      yes
review:give         no       yes    no        no      no
remark:resolve      yes      no     no        no      yes
guarantee:record    yes      no     yes       yes     yes
module:publish      yes      no     yes       no      yes
package:export      yes      no     yes       no      yes
publication-profile:keep   yes      no     yes       no      yes
package:play        yes      yes    yes       yes     yes
asset:read          yes      yes    yes       yes     yes
asset:add           yes      no     no        no      yes
quality:read        yes      yes    yes       yes     yes
framework:read      yes      yes    yes       yes     yes
framework:import    yes      no     no        no      yes
template:use        yes      no     no        no      yes
template:share      yes      no     no        no      yes
template:manage     no       no     no        no      yes
`

it('each role may do what the table says, and nothing else', () => {
  const [header = '', ...lines] = table.trim().split('\n')
  expect(header.trim().split(/\s+/)).toEqual([...roles])
  const written = lines.map((line) => line.trim().split(/\s+/))
  const found = actions.map((action) => [
    action,
    ...roles.map((role) => (may({ roles: [role] }, action) ? 'yes' : 'no')),
  ])
  expect(found).toEqual(written)
})

it('several roles add up, and none allows nothing', () => {
  expect(may({ roles: ['quality', 'expert'] }, 'review:give')).toBe(true)
  expect(actions.filter((action) => may({ roles: [] }, action))).toEqual([])
})
