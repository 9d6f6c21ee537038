import { useTranslation } from 'react-i18next'

/** Dates, days and numbers as the reader of the page writes them. */
export function useFormat() {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en-GB' : i18n.language
  return {
    /** An instant in milliseconds since 1970. */
    instant: (ms: number) =>
      new Intl.DateTimeFormat(language, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: 'Europe/Paris',
      }).format(ms),
    /** A whole day, `YYYY-MM-DD`. */
    day: (day: string) => writeDay(day, language),
    number: (value: number, digits = 0) =>
      new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value),
    percent: (share: number) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(
        share,
      ),
    bytes: (bytes: number) => writeBytes(bytes, language),
  }
}

function writeBytes(bytes: number, language: string): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte'
  const value = bytes / (unit === 'kilobyte' ? 1_000 : 1_000_000)
  const digits = value < 10 ? 1 : 0
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: digits,
  }).format(value)
}

/** French writes the first of a month "1er", which `Intl` does not. */
export function writeDay(day: string, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const written = format.format(new Date(`${day}T00:00:00Z`))
  return language === 'fr' ? written.replace(/^1 /, '1er ') : written
}
