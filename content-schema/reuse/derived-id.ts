import { hash53 } from '../hash53.ts'

/**
 * The id of a reused node where it is reused: made from the reference's id and the node's own, so
 * that it is the same in each later edition, and another for each place that reuses the node.
 *
 * Ten characters of `0-9a-z`: among the 50,000 nodes of the largest path, two are the same once in
 * three million paths.
 */
export function derivedId(referenceId: string, innerId: string): string {
  return (hash53(`${referenceId} ${innerId}`) % 36 ** 10).toString(36).padStart(10, '0')
}
