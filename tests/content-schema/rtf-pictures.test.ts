import { expect, it } from 'vitest'
import { rtfPictures } from '#content-schema/foreign-html/rtf-pictures.ts'

const png =
  '{\\pict{\\*\\picprop{\\sp{\\sn a}}}\\picw2\\pich2\\pngblip\\bliptag1\n89504e470d0a1a0a\n0000000d}'
const jpeg = '{\\pict\\jpegblip {\\*\\blipuid 0123456789abcdef}ffd8ffe000104a46}'

it('finds the pictures of a text in their order, each once though Word writes it twice', () => {
  const rtf = `{\\rtf1 a {\\*\\shppict${png}}{\\nonshppict{\\pict\\wmetafile8 0100090000037600}} b {\\*\\shppict${jpeg}}{\\nonshppict${png}}}`
  const pictures = rtfPictures(rtf)
  expect(pictures.map(({ mediaType }) => mediaType)).toEqual(['image/png', 'image/jpeg'])
  expect([...pictures[0]!.bytes]).toEqual([0x89, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13])
})

it.each(['', '{\\pict', '{\\pict\\pngblip zz}', '{\\pict\\pngblip 123}'])(
  'finds nothing in %j',
  (rtf) => {
    expect(rtfPictures(rtf)).toEqual([])
  },
)
