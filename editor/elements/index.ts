// Written by `npm run catalogue` from the files of this folder.
import accordion from './accordion.tsx'
import attachment from './attachment.ts'
import audio from './audio.ts'
import bulletList from './bullet-list.ts'
import callout from './callout.tsx'
import chart from './chart.tsx'
import checklist from './checklist.tsx'
import cloze from './cloze.tsx'
import codeBlock from './code-block.tsx'
import columns from './columns.tsx'
import comparison from './comparison.tsx'
import divider from './divider.tsx'
import embed from './embed.tsx'
import evaluation from './evaluation.tsx'
import flashcards from './flashcards.tsx'
import gallery from './gallery.tsx'
import glossary from './glossary.tsx'
import heading from './heading.tsx'
import hotspot from './hotspot.tsx'
import image from './image.ts'
import interactiveVideo from './interactive-video.tsx'
import labeledImage from './labeled-image.tsx'
import matching from './matching.tsx'
import math from './math.tsx'
import multipleChoice from './multiple-choice.ts'
import numeric from './numeric.ts'
import orderedList from './ordered-list.ts'
import ordering from './ordering.tsx'
import paragraph from './paragraph.ts'
import process from './process.tsx'
import progressLock from './progress-lock.tsx'
import reflection from './reflection.tsx'
import satisfaction from './satisfaction.tsx'
import scenario from './scenario.tsx'
import selfAssessment from './self-assessment.tsx'
import shortAnswer from './short-answer.tsx'
import singleChoice from './single-choice.ts'
import sorting from './sorting.tsx'
import survey from './survey.tsx'
import table from './table.tsx'
import tabs from './tabs.tsx'
import timeline from './timeline.tsx'
import trueFalse from './true-false.ts'
import video from './video.ts'
import videoLink from './video-link.tsx'

export const elementEditors = {
  accordion,
  attachment,
  audio,
  bulletList,
  callout,
  chart,
  checklist,
  cloze,
  codeBlock,
  columns,
  comparison,
  divider,
  embed,
  evaluation,
  flashcards,
  gallery,
  glossary,
  heading,
  hotspot,
  image,
  interactiveVideo,
  labeledImage,
  matching,
  math,
  multipleChoice,
  numeric,
  orderedList,
  ordering,
  paragraph,
  process,
  progressLock,
  reflection,
  satisfaction,
  scenario,
  selfAssessment,
  shortAnswer,
  singleChoice,
  sorting,
  survey,
  table,
  tabs,
  timeline,
  trueFalse,
  video,
  videoLink,
}
