/** A place for texts under a name, as much of `Storage` as is needed. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & {
  keys(): string[]
}

/** The browser's own store where it lets us; else memory, for as long as the page is open. */
export function openStore(): Store {
  try {
    const probe = 'grainotheque.probe'
    localStorage.setItem(probe, '1')
    localStorage.removeItem(probe)
    return fromStorage(localStorage)
  } catch {
    return inMemory()
  }
}

function fromStorage(storage: Storage): Store {
  return {
    getItem: (name) => storage.getItem(name),
    setItem: (name, value) => storage.setItem(name, value),
    removeItem: (name) => storage.removeItem(name),
    keys: () => Object.keys(storage),
  }
}

export function inMemory(): Store {
  const values = new Map<string, string>()
  return {
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => {
      values.set(name, value)
    },
    removeItem: (name) => {
      values.delete(name)
    },
    keys: () => [...values.keys()],
  }
}
