/**
 * Answers in which a star stands for anything, as the words alone. A star that is escaped is one;
 * an answer that was nothing but stars is left.
 */
export function withoutWildcards(answers: string[], found: () => void): string[] {
  return answers.flatMap((answer) => {
    if (/(?<!\\)\*/.test(answer)) found()
    const words = answer
      .replace(/(?<!\\)\*/g, ' ')
      .replace(/\\\*/g, '*')
      .replace(/\s+/g, ' ')
      .trim()
    return words === '' ? [] : [words]
  })
}
