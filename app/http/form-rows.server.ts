/** The fields of each row of a group, in order: `task.0.text`, `task.1.text` … Two digits at most. */
export function rowsIn(
  fields: Record<string, unknown>,
  group: string,
): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = []
  for (const [name, value] of Object.entries(fields)) {
    const [, place, field] = new RegExp(`^${group}\\.(\\d{1,2})\\.(\\w+)$`).exec(name) ?? []
    if (!place || !field) continue
    found[Number(place)] = { ...found[Number(place)], [field]: value }
  }
  return found.filter(Boolean)
}
