import content from '#packaging/player/styles/content.css?url'
import question from '#packaging/player/styles/question.css?url'

/** The styles that elements bring for learners, one file each where they bring any. */
const ofElements = import.meta.glob<string>('/packaging/player/elements/*.css', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** `links` of a page that shows a module as its learners read it. */
export const moduleContentStyles = () =>
  [content, question, ...Object.values(ofElements)].map((href) => ({ rel: 'stylesheet', href }))
