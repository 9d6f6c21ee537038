import { en } from './en.ts'
import { fr } from './fr.ts'

export type ProbeWords = { [part in keyof typeof fr]: Words<(typeof fr)[part]> }
type Words<Part> = Part extends string ? string : { [name in keyof Part]: string }

export const words: Record<'fr' | 'en', ProbeWords> = { fr, en }
