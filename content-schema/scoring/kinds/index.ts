// Written by `npm run catalogue` from the files of this folder.
import { choice } from './choice.ts'
import { cloze } from './cloze.ts'
import { fillIn } from './fill-in.ts'
import { likert } from './likert.ts'
import { matching } from './matching.ts'
import { numeric } from './numeric.ts'
import { open } from './open.ts'
import { scenario } from './scenario.ts'
import { sequencing } from './sequencing.ts'
import { trueFalse } from './true-false.ts'

export const kinds = {
  choice,
  cloze,
  fillIn,
  likert,
  matching,
  numeric,
  open,
  scenario,
  sequencing,
  trueFalse,
}
