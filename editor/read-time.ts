/** Reads a place in a film as people write it: `85`, `1:25`, `1:00:05`; `null` when it is none. */
export function readTime(text: string): number | null {
  if (!/^\d{1,5}(:[0-5]?\d){0,2}$/.test(text.trim())) return null
  return text
    .trim()
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0)
}

export function writeTime(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, index) => (index ? String(part).padStart(2, '0') : part)).join(':')
}
