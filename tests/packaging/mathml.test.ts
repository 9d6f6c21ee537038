import { describe, expect, it } from 'vitest'
import { completenessFindings } from '#content-schema/completeness.ts'
import { fragment } from '#packaging/render/html.ts'
import { mathml } from '#packaging/render/mathml.ts'
import { doc, paragraph } from '#tests/builders/document.ts'

const written = (latex: string, spoken = '') =>
  fragment(mathml({ latex, spoken }, 'block')).markup

describe('a formula', () => {
  it('is written as MathML, and nothing else', () => {
    const markup = written('\\frac{a}{b} = \\sqrt{2}', 'a sur b égale racine de deux')
    expect(markup).toMatch(/^<math display="block" aria-label="a sur b égale racine de deux"/)
    expect(markup).toContain('<mfrac><mi>a</mi><mi>b</mi></mfrac>')
    expect(markup).toContain('<msqrt><mn>2</mn></msqrt>')
  })

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\class{evil}{x}',
    '\\id{evil}{x}',
    '\\style{color:red}{x}',
    '\\data{a=b}{x}',
    '\\includegraphics{https://example.org/a.png}',
    '\\textcolor{red}{x}',
    '\\color{#ff0000} x',
    '\\text{<script>alert(1)</script>}',
    '\\begin{array}{c|c} a & b \\\\ \\hline c & d \\end{array}',
    '\\cancel{x} \\boxed{y} \\tag{1}',
  ])('leaves nothing that runs, leads away or styles: %s', (latex) => {
    const markup = written(latex)
    expect(markup).not.toMatch(/<(?!\/?(?:m[a-z]+|none)\b)/)
    expect(markup).not.toMatch(/ (?:style|class|id|href|src|on\w+|data-[\w-]+)=/)
  })

  it('cannot be read twice as long as it is written: a macro that grows is refused', () => {
    expect(written('\\def\\a{\\a\\a}\\a')).toBe('')
  })

  it('that cannot be read is a fault that says why, on its line or among words', () => {
    const broken = { type: 'math', attrs: { latex: '\\frac{1}{', spoken: 'un sur' } }
    const inline = { type: 'mathInline', attrs: { latex: '\\nosuchthing' } }
    const findings = completenessFindings(doc(broken, paragraph('Soit ', inline)))
    expect(findings.map(({ code }) => code)).toEqual(['math.unreadable', 'math.unreadable'])
    expect(findings[1]?.nodeId).toBe('paragr0001')
    expect(String(findings[1]?.params?.reason)).toContain('nosuchthing')
  })
})
