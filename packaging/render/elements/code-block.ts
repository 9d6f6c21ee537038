import { acting, inOwnLanguage, live, renders } from '../context.ts'
import { highlighted } from '../highlight.ts'
import { h } from '../html.ts'

const texts = {
  fr: {
    code: 'Code',
    copy: 'Copier le code',
    copied: 'Code copié.',
    notCopied: 'La copie n’a pas été permise.',
  },
  en: {
    code: 'Code',
    copy: 'Copy code',
    copied: 'Code copied.',
    notCopied: 'The browser blocked copying.',
  },
}

/** Coloured at build; scrolls by itself on a narrow screen, with the keyboard too; on paper its lines break. */
export default renders('codeBlock', {
  codeBlock(node, context) {
    const { language, caption } = node.attrs
    const words = context.say(texts)
    const still = context.paper || context.answers
    return h(
      'figure',
      {
        ...acting(node, context),
        class: `code-block${context.paper ? ' is-on-paper' : ''}`,
      },
      caption && h('figcaption', {}, caption),
      h(
        'pre',
        {
          tabindex: context.paper ? null : 0,
          role: context.paper ? null : 'region',
          'aria-label': context.paper ? null : caption || words.code,
          translate: 'no',
          dir: 'ltr',
        },
        h('code', {}, highlighted(node.textContent, language)),
      ),
      !still &&
        h(
          'p',
          {
            class: 'code-tools',
            'data-copied': words.copied,
            'data-not-copied': words.notCopied,
            ...inOwnLanguage(context),
          },
          h('button', { type: 'button', ...live }, words.copy),
          h('span', { class: 'code-said', role: 'status' }),
        ),
    )
  },
})
