import sanitizeHtml from 'sanitize-html'

const shapes = [
  ...[
    'svg',
    'g',
    'defs',
    'symbol',
    'title',
    'desc',
    'path',
    'rect',
    'circle',
    'ellipse',
    'line',
  ],
  ...['polyline', 'polygon', 'text', 'tspan', 'linearGradient', 'radialGradient', 'stop'],
  ...['clipPath', 'mask', 'pattern', 'marker', 'use'],
]

const looks = [
  ...[
    'id',
    'class',
    'xmlns',
    'viewBox',
    'width',
    'height',
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
  ],
  ...[
    'cy',
    'r',
    'rx',
    'ry',
    'd',
    'points',
    'dx',
    'dy',
    'transform',
    'fill',
    'fill-rule',
    'stroke',
  ],
  ...['fill-opacity', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray'],
  ...[
    'stroke-opacity',
    'stroke-miterlimit',
    'opacity',
    'font-family',
    'font-size',
    'font-weight',
  ],
  ...[
    'font-style',
    'text-anchor',
    'dominant-baseline',
    'letter-spacing',
    'offset',
    'stop-color',
  ],
  ...['stop-opacity', 'gradientUnits', 'gradientTransform', 'clip-path', 'clip-rule', 'mask'],
  ...[
    'marker-end',
    'marker-start',
    'marker-mid',
    'markerWidth',
    'markerHeight',
    'refX',
    'refY',
  ],
  ...['orient', 'patternUnits', 'preserveAspectRatio', 'role', 'aria-label', 'aria-labelledby'],
]

/**
 * An SVG drawing with nothing in it that runs, loads or links elsewhere: only shapes and how they
 * look. `null` when it is no SVG at all.
 */
export function cleanSvg(source: string): string | null {
  const clean = sanitizeHtml(source, {
    allowedTags: shapes,
    allowedAttributes: { '*': looks, use: [...looks, 'href', 'xlink:href'] },
    allowedSchemes: [],
    allowProtocolRelative: false,
    parser: { lowerCaseTags: false, lowerCaseAttributeNames: false, xmlMode: true },
    exclusiveFilter: (frame) => frame.tag === 'use' && !isLocal(frame.attribs),
  }).trim()
  if (!/^<svg[\s>]/.test(clean) || loadsElsewhere(clean)) return null
  return clean.includes('xmlns=')
    ? clean
    : clean.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
}

function isLocal(attributes: Record<string, string>): boolean {
  return (attributes.href ?? attributes['xlink:href'] ?? '').startsWith('#')
}

/** `url(...)` may only point inside the drawing, as gradients do; an escape could hide another. */
function loadsElsewhere(svg: string): boolean {
  return /url\(\s*['"]?(?!#)/i.test(svg) || svg.includes('\\')
}
