import { asUserError } from '#app/http/user-error.ts'
import byBrowsers from '#app/i18n/en/browser-errors.json' with { type: 'json' }
import fromServer from '#app/i18n/en/errors.json' with { type: 'json' }

const errors = { ...fromServer, ...byBrowsers }

/** The sentence of a refusal; `null` for what is a defect, or the system's. */
export function sayRefusal(error: unknown): string | null {
  const refused = asUserError(error)
  if (!refused) return null
  const { code, params } = refused
  return errors[code as keyof typeof errors].replace(/\{\{(\w+)[^}]*\}\}/g, (_, name: string) =>
    String(params[name] ?? ''),
  )
}
