/**
 * On a machine that everyone uses, nothing outlives the page: what is kept in the browser is kept in
 * its memory only. Imported before anything that keeps.
 */
for (const name of ['localStorage', 'sessionStorage']) {
  const kept = new Map<string, string>()
  Object.defineProperty(window, name, {
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, String(text)),
      removeItem: (key: string) => void kept.delete(key),
    },
  })
}
