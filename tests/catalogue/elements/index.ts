// Written by `npm run catalogue` from the files of this folder.
import accordion from './accordion.ts'
import attachment from './attachment.ts'
import audio from './audio.ts'
import bulletList from './bullet-list.ts'
import callout from './callout.ts'
import chart from './chart.ts'
import checklist from './checklist.ts'
import cloze from './cloze.ts'
import codeBlock from './code-block.ts'
import columns from './columns.ts'
import comparison from './comparison.ts'
import divider from './divider.ts'
import embed from './embed.ts'
import evaluation from './evaluation.ts'
import flashcards from './flashcards.ts'
import gallery from './gallery.ts'
import glossary from './glossary.ts'
import heading from './heading.ts'
import hotspot from './hotspot.ts'
import image from './image.ts'
import interactiveVideo from './interactive-video.ts'
import labeledImage from './labeled-image.ts'
import matching from './matching.ts'
import math from './math.ts'
import multipleChoice from './multiple-choice.ts'
import numeric from './numeric.ts'
import orderedList from './ordered-list.ts'
import ordering from './ordering.ts'
import paragraph from './paragraph.ts'
import process from './process.ts'
import progressLock from './progress-lock.ts'
import reflection from './reflection.ts'
import satisfaction from './satisfaction.ts'
import scenario from './scenario.ts'
import selfAssessment from './self-assessment.ts'
import shortAnswer from './short-answer.ts'
import singleChoice from './single-choice.ts'
import sorting from './sorting.ts'
import survey from './survey.ts'
import table from './table.ts'
import tabs from './tabs.ts'
import timeline from './timeline.ts'
import trueFalse from './true-false.ts'
import video from './video.ts'
import videoLink from './video-link.ts'

export const elementSamples = {
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
