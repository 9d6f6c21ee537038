/**
 * The title that a file's name proposes to learners: `quatre-gestes.mp4` becomes `Quatre gestes`. A
 * name that was written with spaces keeps its dashes.
 */
export function titleOfFile(name: string): string {
  const stem = name.replace(/\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,5}$/i, '').trim()
  const words = stem.includes(' ') ? stem : stem.replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
