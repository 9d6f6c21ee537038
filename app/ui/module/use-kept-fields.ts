import { type RefObject, useEffect, useState } from 'react'

/** A field as the form was opened with it, and as it was typed. */
type Kept = Record<string, { from: string; to: string }>

export type KeptFields = {
  /** Names of the fields that were filled again with what had not been saved. */
  restored: string[]
  /** What was typed in fields that somebody else saved in the meantime: theirs stand in the form. */
  outdated: { name: string; typed: string }[]
  /** Forgets it, and empties the form of it. */
  forget: () => void
}

const nothing = { restored: [], outdated: [] }

/**
 * Keeps in this browser what is typed in a form, field by field, until it is saved; and puts it
 * back when the page is opened again.
 *
 * @param name of the form, one a module
 * @param base which state of the facts the form shows: another one is another form
 * @param saved whether it was just saved
 */
export function useKeptFields(
  form: RefObject<HTMLFormElement>,
  name: string,
  base: string,
  saved: boolean,
): KeptFields {
  const key = `grainotheque.fields.${name}`
  const [found, setFound] = useState<Pick<KeptFields, 'restored' | 'outdated'>>(nothing)
  useEffect(() => {
    if (saved) write(key, {})
  }, [saved, key])
  useEffect(() => {
    const shown = form.current
    if (!shown || !base) return
    const opened = fieldsOf(shown)
    setFound(putBack(shown, opened, read(key)))
    const keep = () => write(key, difference(opened, fieldsOf(shown)))
    shown.addEventListener('input', keep)
    return () => shown.removeEventListener('input', keep)
  }, [form, key, base])
  const forget = () => {
    write(key, {})
    form.current?.reset()
    setFound(nothing)
  }
  return { ...found, forget }
}

function putBack(form: HTMLFormElement, opened: Record<string, string>, kept: Kept) {
  const there = Object.entries(kept).filter(([name]) => name in opened)
  const restored = there.filter(([name, { from }]) => opened[name] === from)
  const outdated = there.filter(
    ([name, { from, to }]) => opened[name] !== from && opened[name] !== to,
  )
  for (const [name, { to }] of restored) {
    const field = form.elements.namedItem(name)
    if (field && 'value' in field) field.value = to
  }
  return {
    restored: restored.map(([name]) => name),
    outdated: outdated.map(([name, { to }]) => ({ name, typed: to })),
  }
}

function difference(opened: Record<string, string>, now: Record<string, string>): Kept {
  const changed = Object.entries(now).filter(([name, value]) => opened[name] !== value)
  return Object.fromEntries(
    changed.map(([name, to]) => [name, { from: opened[name] ?? '', to }]),
  )
}

/** What a person can fill in, and no more. */
function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].filter(
    ([name, value]) => typeof value === 'string' && !['intent', 'base'].includes(name),
  )
  const filled = Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
  return { ...unchosen(form), ...filled }
}

/** One of several, while none is chosen. */
function unchosen(form: HTMLFormElement): Record<string, string> {
  const radios = form.querySelectorAll<HTMLInputElement>('input[type=radio][name]')
  return Object.fromEntries([...radios].map(({ name }) => [name, '']))
}

function read(key: string): Kept {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? '{}') ?? {}) as Kept
  } catch {
    return {}
  }
}

function write(key: string, kept: Kept): void {
  try {
    if (Object.keys(kept).length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing: what is typed then lives as long as the page.
  }
}
