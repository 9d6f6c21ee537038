import { useSearchParams } from '#app/framework.ts'

/** Addresses within the catalogue, in the language that the address of the page names. */
export function useCatalogueLink(): (path: string) => string {
  const language = useSearchParams()[0].get('lang')
  return (path) => {
    if (!language) return path
    return `${path}${path.includes('?') ? '&' : '?'}lang=${encodeURIComponent(language)}`
  }
}
