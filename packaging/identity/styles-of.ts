import { paleShare } from './check-colours.ts'
import { darkened, paled, readableOn } from './contrast.ts'
import { corners, fonts, plainTheme, type Theme } from './identity.ts'

/**
 * What a theme adds to the styles of the player: values of its tokens, and the few rules that only a
 * bar in a colour needs. Everything in it is ours but for colours of six digits.
 */
export function stylesOf(theme: Theme): string {
  const tokens = Object.entries(tokensOf(theme)).map(([name, value]) => `--${name}:${value}`)
  const rules = [
    ...(tokens.length > 0 ? [`:root{${tokens.join(';')}}`] : []),
    ...(theme.corners === plainTheme.corners
      ? []
      : [`button{border-radius:${corners[theme.corners]}px}`]),
    ...(theme.logo ? logoRules(theme) : []),
    ...(theme.brand ? brandRules : []),
  ]
  return rules.join('')
}

function tokensOf({ brand, accent, paper, text, headings }: Theme): Record<string, string> {
  return {
    ...(paper && { paper }),
    ...(accent && {
      accent,
      'accent-dark': darkened(accent, 0.2),
      'accent-pale': paled(accent, paleShare),
    }),
    ...(brand && { brand, 'on-brand': readableOn(brand) }),
    ...(text !== plainTheme.text && { sans: fonts[text] }),
    ...(headings !== plainTheme.headings && { serif: fonts[headings] }),
  }
}

/** On a bar in a colour a logo keeps a white ground: it was drawn for one. */
function logoRules({ brand }: Theme): string[] {
  const plate = brand ? 'padding:.2rem .4rem;border-radius:4px;background:#fff;' : ''
  return [
    '.top,.top-tools{flex-wrap:wrap}',
    `.top .logo{${plate}display:block;flex:none;width:auto;max-width:45%;height:2.25rem;object-fit:contain}`,
    '.top-title{flex:1}',
  ]
}

const brandRules = [
  '.top{border-color:transparent;background:var(--brand);color:var(--on-brand)}',
  '.top #page-number,.top .top-tools button{color:inherit}',
  '.top .top-tools button{border-color:currentcolor}',
  '.top .top-tools button:hover{background:var(--on-brand);color:var(--brand)}',
  '.top :focus-visible{outline-color:currentcolor}',
  '.top .progress ::-webkit-progress-value{background:var(--on-brand)}',
  '.top .progress ::-moz-progress-bar{background:var(--on-brand)}',
]
