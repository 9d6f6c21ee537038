export const probeFormats = ['scorm-12', 'scorm-2004-3', 'scorm-2004-4'] as const
export type ProbeFormat = (typeof probeFormats)[number]
