import { print, UsageError, type Verb } from '../verb.ts'

export const probe: Verb = {
  name: 'probe',
  usage: '--format <format> --out <zip> [--language fr|en]',
  summary: 'Makes a test module that shows what an LMS really supports.',
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
  },
  words: 0,
  async run({ options: { format, out, language = 'fr' } }) {
    const { buildProbe, probeFormats } = await import('#packaging/index.ts')
    const known = probeFormats.find((each) => each === format)
    if (!known) throw new UsageError(`--format must be one of ${probeFormats.join(', ')}`)
    if (typeof out !== 'string') throw new UsageError('--out says where to write the package')
    if (language !== 'fr' && language !== 'en') {
      throw new UsageError('--language must be fr or en')
    }
    const { bytes } = await buildProbe({ format: known, language }, out)
    print(`${out}: ${bytes} bytes`)
  },
}
