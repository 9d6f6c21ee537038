/**
 * HTML that our own renderer wrote: it escapes every text by construction and knows no script. Not
 * for anything else.
 */
export function OwnHtml({ html, className }: { html: string; className: string | undefined }) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
