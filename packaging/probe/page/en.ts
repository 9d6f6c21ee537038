import type { ProbeWords } from './words.ts'

export const en: ProbeWords = {
  title: 'Probe: what this LMS does',
  lead: 'This is a test module: it teaches nothing. It tries what our modules need, says what your LMS does with it and what to choose when exporting. Delete it once you are done.',
  record:
    'In the tracking, this module will write a test score and a test status under your name: upload it to a trial area.',
  start: 'Begin the tests',
  noLms:
    'No LMS is found around this page: upload the .zip file to your LMS, then open it from there.',
  refused: 'The LMS is there, but refuses to open a session.',
  first: 'First launch',
  again:
    'Now close this window, without any “Quit” button, then open this module a second time: the rest will say what the LMS kept.',
  second: 'Second launch: the report is complete',
  done: 'The module is now marked as passed. You can close the window and delete it.',
  atExport: 'When exporting:',
  copy: 'Copy the report as JSON',
  copied: 'Copied.',
  download: 'Download the report as JSON',
  verdicts: { good: 'Good', limited: 'Worth knowing', bad: 'No', waits: 'On second launch' },
  about: {
    where: 'Where the module opens',
    state: 'Resume data',
    resume: 'Resuming',
    closing: 'Window closed at once',
    statuses: 'Statuses',
    score: 'Score',
    answers: 'Answers, one by one',
    objectives: 'Objectives',
    storing: 'Storing',
    time: 'Time spent',
    storage: 'Browser storage',
  },
  says: {
    waits: 'Shows when the module is opened a second time.',
    'where-frame': 'In a frame of the LMS’s page.',
    'where-opener': 'In a window that the LMS opened.',
    'where-here': 'In the page of the LMS itself.',
    stateWhole: 'All {back} characters it was given came back.',
    stateCut:
      'The LMS said it took {asked} characters; only {back} came back: it cuts without a word.',
    stateNone: 'Nothing came back.',
    resumes: 'The LMS says that the learner resumes, and gives back what they left.',
    resumeUnsaid:
      'The LMS gives back what was left, but does not say that the learner resumes: our modules resume all the same.',
    resumeNot: 'The LMS gives back nothing of what was left.',
    closingKept: 'What is said while the window closes is kept.',
    closingLost:
      'What is said while the window closes is lost: the last seconds may be missing.',
    statusesAll: 'Passed, Failed, Completed and Incomplete are all taken.',
    statusesSome: 'It does not take: {missing}.',
    scoreDecimals: 'Taken, decimals included.',
    scoreWhole: 'Taken, without decimals.',
    scoreNone: 'Refused.',
    answersRefused: 'Refused.',
    answersKept: 'Taken, and found again on the second launch.',
    answersUnsure: 'Taken, but none is found again on the second launch.',
    objectivesRefused: 'Refused.',
    objectivesKept: 'Taken, and found again on the second launch.',
    objectivesUnsure:
      'Taken, but none is found again on the second launch: our modules say them anew each time.',
    storing: 'The LMS stores in {took} ms.',
    storingSlow:
      'The LMS takes {took} ms to store: the module waits meanwhile, and stores less often.',
    storingNot:
      'The LMS answers that it did not store: our modules then keep the progress in the browser.',
    timeAdded: 'The LMS counted {seconds} s, among them the {said} s it was told.',
    timeOwn:
      'The LMS counted only {seconds} s of the {said} s it was told: it has a clock of its own, or does not count.',
    storage:
      'The browser lets the module keep a copy of the progress, for the day the LMS’s session dies.',
    noStorage:
      'The browser lets the module keep nothing: if the LMS’s session dies, what follows is lost.',
  },
  choose: {
    stateEnough: 'nothing to change. The checks say when a module needs more.',
    stateShort:
      'look at the state to keep among the checks; if the module needs more, choose to start anew on return.',
    neverResume: 'choose to start anew on return, and keep modules short.',
    exitLink: 'keep the “Quit” button, and tell learners to leave by it.',
    anyPair: 'every pair of statuses will do.',
    completedPair: 'choose “Completed / Incomplete” as the status sent.',
    incompletePair: 'choose “Passed / Incomplete” as the status sent.',
    noScore: 'do not send the score to the platform.',
    noAnswers: 'do not send each answer to the platform.',
    lookAnswers:
      'look for “probe_question” in the LMS’s reports; if it is not there, do not send each answer.',
    noObjectives: 'do not send each assessment as an objective.',
  },
}
