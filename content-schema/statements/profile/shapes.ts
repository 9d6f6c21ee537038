/** As a profile writes sentences. */
export type LanguageMap = { fr: string; en: string }

/** An extension that no public vocabulary has. */
export type Extension = {
  id: string
  type: 'ContextExtension' | 'ResultExtension'
  prefLabel: LanguageMap
  definition: LanguageMap
  recommendedVerbs?: readonly string[]
  /** A JSON Schema, as text. */
  inlineSchema: string
}

/** An activity that statements name as it is. */
export type CanonicalActivity = {
  id: string
  type: 'Activity'
  activityDefinition: {
    '@context': string
    type: string
    name: LanguageMap
    description: LanguageMap
  }
}

export type Rule = {
  /** JSONPath in a statement. */
  location: string
  presence?: 'included' | 'excluded' | 'recommended'
  any?: readonly unknown[]
  all?: readonly unknown[]
  none?: readonly unknown[]
  scopeNote?: LanguageMap
}

export type Template = {
  id: string
  type: 'StatementTemplate'
  prefLabel: LanguageMap
  definition: LanguageMap
  verb: string
  objectActivityType?: string
  objectStatementRefTemplate?: readonly string[]
  rules: readonly Rule[]
}

export type Pattern = {
  id: string
  type: 'Pattern'
  primary?: true
  prefLabel?: LanguageMap
  definition?: LanguageMap
} & (
  | { alternates: readonly string[] }
  | { optional: string }
  | { oneOrMore: string }
  | { sequence: readonly string[] }
  | { zeroOrMore: string }
)

/** What all parts of this version are of. @see xAPI Profile Specification 1.0, `inScheme` */
export type InScheme<Part> = Part & { inScheme: string }

/** @see xAPI Profile Specification 1.0, Profile Properties */
export type Profile = {
  '@context': 'https://w3id.org/xapi/profiles/context'
  id: string
  type: 'Profile'
  conformsTo: 'https://w3id.org/xapi/profiles#1.0'
  prefLabel: LanguageMap
  definition: LanguageMap
  /** Where the installation that gives it explains it to people. */
  seeAlso: string
  versions: { id: string; generatedAtTime: string; wasRevisionOf?: string[] }[]
  author: { type: 'Organization'; name: string }
  concepts: InScheme<Extension | CanonicalActivity>[]
  templates: InScheme<Template>[]
  patterns: InScheme<Pattern>[]
}
