import { lazy, useId, useState } from 'react'
import { acceptedIn, toleranceOf } from '#content-schema/nodes/shared/typed-answer.ts'
import type { ShortAnswerAttrs } from '#content-schema/nodes/short-answer.ts'
import { longestWords } from '#content-schema/scoring/kinds/fill-in.ts'
import { acceptedAs } from '#content-schema/scoring/read-words.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { rightAndWrongFeedback } from '../extensions/choice.ts'
import { acceptedControls } from '../node-views/accepted-controls.ts'
import { questionView } from '../node-views/question-view.ts'
import { LinesField } from '../panels/lines-field.tsx'
import { QuestionSettings } from '../panels/question-settings.tsx'
import './short-answer.css'

const ToleranceFields = lazy(async () => ({
  default: (await import('../panels/tolerance-fields.tsx')).ToleranceFields,
}))

const words = {
  fr: {
    accepted: 'Réponses acceptées',
    acceptedHint: 'Une par ligne. La première est celle qui est montrée.',
    refusal: 'Au plus 30 lignes de 80 signes.',
    none: 'Écrivez au moins une réponse à accepter.',
    try: 'Essayer une réponse',
    asIs: 'Acceptée.',
    as: (accepted: string) => `Acceptée, comme « ${accepted} ».`,
    refused: 'Refusée.',
  },
  en: {
    accepted: 'Accepted answers',
    acceptedHint: 'One per line. The first is shown as the correct answer.',
    refusal: 'Maximum 30 lines of 80 characters.',
    none: 'Enter at least one accepted answer.',
    try: 'Test an answer',
    asIs: 'Accepted.',
    as: (accepted: string) => `Accepted, as “${accepted}”.`,
    refused: 'Not accepted.',
  },
}

export default defineEditor('shortAnswer', {
  rank: 4,
  icon: 'M3 7h14v6H3zM6 9v2M9 11h4',
  about: { fr: 'Un mot ou quelques-uns à écrire', en: 'Type a word or short phrase' },
  synonyms:
    'reponse courte texte mot saisie ecrire question short answer fill in text quiz ' +
    'knowledge check verification connaissances',
  create: () => json('shortAnswer', [json('prompt'), json('feedback'), json('feedback')]),
  nodes: {
    shortAnswer: {
      view: questionView((props) =>
        acceptedControls(props, (language) => ({
          label: words[language].accepted,
          hint: words[language].acceptedHint,
          refusal: words[language].refusal,
        })),
      ),
      hintInside: rightAndWrongFeedback,
    },
  },
  settings: ShortAnswerSettings,
})

function ShortAnswerSettings(props: SettingsProps) {
  const { node, set } = props
  const said = words[props.words.language]
  const { accepted } = node.attrs as ShortAnswerAttrs
  return (
    <>
      <QuestionSettings {...props} />
      <LinesField
        label={said.accepted}
        hint={acceptedIn(accepted).length > 0 ? said.acceptedHint : said.none}
        value={accepted}
        most={30}
        longest={longestWords}
        refusal={said.refusal}
        onChange={(lines) => set({ accepted: lines })}
      />
      <ToleranceFields {...props} accepted={accepted} />
      <Tester attrs={node.attrs as ShortAnswerAttrs} said={said} />
    </>
  )
}

/** What would happen to an answer, without leaving the page. */
function Tester({ attrs, said }: { attrs: ShortAnswerAttrs; said: (typeof words)['fr'] }) {
  const [typed, setTyped] = useState('')
  const id = useId()
  return (
    <div className="me-field me-tester">
      <label htmlFor={id}>{said.try}</label>
      <input
        id={id}
        type="text"
        value={typed}
        maxLength={longestWords}
        autoComplete="off"
        aria-describedby={`${id}-result`}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p id={`${id}-result`} role="status" className="me-hint">
        {typed.trim() === '' ? '' : verdictOn(typed, attrs, said)}
      </p>
    </div>
  )
}

function verdictOn(typed: string, attrs: ShortAnswerAttrs, said: (typeof words)['fr']): string {
  const found = acceptedAs(typed, acceptedIn(attrs.accepted), toleranceOf(attrs))
  if (found === null) return said.refused
  return found === typed.trim() ? said.asIs : said.as(found)
}
