import type { MediaToolWords } from './fr.ts'

export const mediaEn: MediaToolWords = {
  crop: {
    heading: 'Framing',
    shape: 'Shape',
    shapes: {
      own: 'The picture’s own',
      wide: 'Wide (16:9)',
      classic: 'Classic (4:3)',
      square: 'Square (1:1)',
      tall: 'Tall (3:4)',
    },
    open: 'Crop and choose the focus point',
    hint: 'Drag the frame or its corners, or move them with the arrow keys (Shift: by 10).',
    frame: 'Frame',
    corners: {
      nw: 'Top left corner',
      ne: 'Top right corner',
      sw: 'Bottom left corner',
      se: 'Bottom right corner',
    },
    point: 'Focus point',
    pointHint: 'It stays in sight whatever the shape.',
    left: 'Left (%)',
    top: 'Top (%)',
    width: 'Width (%)',
    height: 'Height (%)',
    pointX: 'Focus point, from the left (%)',
    pointY: 'Focus point, from the top (%)',
    whole: 'Back to the whole picture',
    refused: 'A number with which the frame stays inside the picture.',
  },
}
