import { checkForeign } from '#packaging/index.ts'

// Checks each file it is given, and prints the kinds of what was found in it.
for (const path of process.argv.slice(2)) {
  const { findings } = await checkForeign(path, null)
  const codes = [...new Set(findings.map(({ code }) => code))]
  process.stdout.write(`${JSON.stringify(codes)}\n`)
}
