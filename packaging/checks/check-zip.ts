import type { PackageFinding } from './finding.ts'

export async function checkZip(_path: string): Promise<PackageFinding[]> {
  return []
}
