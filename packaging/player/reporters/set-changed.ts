/** Sets values, each only when it is another than the last time: many LMSs are slow at it. */
export function setChanged(set: (name: string, value: string) => void) {
  const last = new Map<string, string>()
  return (values: Record<string, string>): boolean => {
    const changed = Object.entries(values).filter(([name, value]) => last.get(name) !== value)
    for (const [name, value] of changed) {
      set(name, value)
      last.set(name, value)
    }
    return changed.length > 0
  }
}
