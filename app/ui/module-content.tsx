import content from '#packaging/player/styles/content.css?url'
import question from '#packaging/player/styles/question.css?url'
import { OwnHtml } from './own-html.tsx'

/** The styles that elements bring for learners, one file each where they bring any. */
const ofElements = import.meta.glob<string>('/packaging/player/elements/*.css', {
  query: '?url',
  import: 'default',
  eager: true,
})

const all = [content, question, ...Object.values(ofElements)]

/**
 * A module as its learners read it, in HTML that our own renderer wrote. Its styles come with it: a
 * page that does not show it asks for none of them.
 */
export function ModuleContent({ html, className = '' }: { html: string; className?: string }) {
  return (
    <>
      {all.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      <OwnHtml className={`module-content ${className}`} html={html} />
    </>
  )
}
