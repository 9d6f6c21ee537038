import { textblockTypeInputRule } from '@tiptap/core'
import { atStart, inNode } from '../commands/caret.ts'
import { changeTextblock } from '../commands/change-textblock.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { ChoiceField } from '../panels/fields.tsx'
import { shortcut } from '../run.ts'

/** `## ` starts a heading and `### ` a smaller one: the module's title is level 1, a section's is 2. */
export default defineEditor('heading', {
  rank: 2,
  icon: 'M5 4v12M15 4v12M5 10h10',
  about: { fr: 'Un titre à l’intérieur de la section', en: 'A heading within the section' },
  synonyms: 'titre intertitre sous-titre h3 heading title subheading',
  create: () => json('heading', undefined, { level: 3 }),
  nodes: {
    heading: {
      hint: (_, { language }) => ({ placeholder: words[language].three }),
      keys: () => ({
        'Mod-Alt-3': shortcut(changeTextblock('heading', { level: 3 })),
        'Mod-Alt-4': shortcut(changeTextblock('heading', { level: 4 })),
        'Mod-Alt-0': shortcut(changeTextblock('paragraph')),
        Backspace: shortcut(inNode('heading', atStart(changeTextblock('paragraph')))),
      }),
      rules() {
        return [3, 4].map((level) =>
          textblockTypeInputRule({
            find: level === 3 ? /^##\s$/ : /^###\s$/,
            type: this.type,
            getAttributes: { level },
          }),
        )
      },
    },
  },
  settings: HeadingSettings,
})

const words = {
  fr: { level: 'Niveau', three: 'Titre', four: 'Sous-titre' },
  en: { level: 'Level', three: 'Heading', four: 'Subheading' },
}

function HeadingSettings({ node, words: { language }, set }: SettingsProps) {
  const { level, three, four } = words[language]
  return (
    <ChoiceField
      label={level}
      value={String(node.attrs.level)}
      options={[
        { value: '3', label: three },
        { value: '4', label: four },
      ]}
      onChange={(chosen) => set({ level: Number(chosen) })}
    />
  )
}
