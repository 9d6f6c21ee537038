import {
  type PackageFinding,
  type PackageFindingCode,
  packageError,
} from '../checks/finding.ts'

/** A file that cannot be made, for a reason that whoever asks for it can act on. */
export class Refused extends Error {
  readonly finding: PackageFinding
  constructor(code: PackageFindingCode, params: PackageFinding['params'] = {}) {
    super(`${code} ${JSON.stringify(params)}`)
    this.finding = packageError(code, params)
  }
}
