/** What else than Creative Commons is met in the wild, in words without accents nor capitals. */
export const otherWords: readonly { id: string; words: RegExp; sure?: RegExp }[] = [
  {
    id: 'etalab-2.0',
    words: /licences? ouverte|open licen[cs]e|etalab/,
    sure: /\b(v ?)?2(\.0)?\b/,
  },
  { id: 'lal-1.3', words: /art libre|free art licen|\blal\b|artlibre\.org/, sure: /\b1\.3\b/ },
  {
    id: 'agpl-3.0',
    words: /\bagpl|affero/,
    sure: /agpl-?v?3(\.0)?(\+|-or-later)|3(\.0)? ou ulterieure|v?3(\.0)? or later/,
  },
  {
    id: 'gpl-3.0',
    words: /\bgpl|gnu general public|licenses\/gpl/,
    sure: /gpl-?v?3(\.0)?(\+|-or-later)|3(\.0)? ou ulterieure|v?3(\.0)? or later/,
  },
  {
    id: 'gfdl-1.3',
    words: /\bgfdl|\bgnu fdl|free documentation|licenses\/fdl/,
    sure: /1\.3(\+|-or-later| ou ulterieure| or later)/,
  },
  {
    id: 'mit',
    words: /^mit$|\b(or|and) mit\b|\bmit (or|and|licen[cs]e)\b|licence mit|licen[cs]es?\/mit/,
    sure: /mit/,
  },
  {
    id: 'odbl-1.0',
    words: /\bodbl|open database licen|licenses\/odbl/,
    sure: /\bodbl|1[.-]0|licenses\/odbl/,
  },
]

/** Versions that the catalogue has not: what they allow is not what ours allows. */
export const olderWords =
  /\b(lgpl|gpl-?v?[12]\b|gnu gpl v?[12]\b|gpl v?2|pddl|apache|bsd|mozilla|ogl|unsplash|pexels|pixabay|flickr commons)|(licence ouverte|open licen[cs]e|etalab)\W+(v(ersion)? ?)?1(\.0)?\b/

export const reservedWords =
  /tou[st]e?s? droits? (de reproduction )?reserves?|all rights? reserved|derechos reservados|droits reserves|propr?ietary licen|licence proprietaire/

/** A name with a year, as stands under pictures; it says who, not what is allowed. */
export const noticeWords = /©|\(c\)|\bcopyright\b/

/** Heard everywhere, and no licence at all. */
export const vagueWords =
  /libres? de droits?|royalty.?free|free to use|usage libre|creative ?commons|\blibre\b|open content|gratuit|fair use|\bcc\b/

export const unknownWords =
  /^(u|n\/?a|none|null|\?+|-)$|inconnue?s?\b|unknown|undisclosed|non (precise|renseigne|communique)|not (specified|provided)|sans licence|unspecified/

/** Nobody's any more. The tool of the public domain for works whose rights ended is the mark. */
export const publicDomainWords = /^pd$|domaine public|public domain|dominio publico/
export const markWords = /public domain mark|marque du domaine public|\bcc[ -]?pdm|\/mark\/1\.0/
export const zeroWords =
  /\bcc[ -]?(0|zero)\b|\/publicdomain\/zero|versement au domaine public|public domain dedication|transfert dans le domaine public/
