/** A statement as the standard allows it, once checked. */
export type XapiStatement = StatementParts & {
  id?: string
  stored?: string
  authority?: XapiActor
  version?: string
}

export type StatementParts = {
  actor: XapiActor
  verb: { id: string; display?: LanguageMap }
  object: StatementObject
  result?: XapiResult
  context?: XapiContext
  timestamp?: string
  attachments?: XapiAttachment[]
}

type LanguageMap = Record<string, string>

export type XapiActor = {
  objectType?: 'Agent' | 'Group'
  name?: string
  mbox?: string
  mbox_sha1sum?: string
  openid?: string
  account?: { homePage: string; name: string }
  member?: XapiActor[]
}

export type XapiActivity = {
  objectType?: 'Activity'
  id: string
  definition?: Record<string, unknown>
}

type StatementRef = { objectType: 'StatementRef'; id: string }
type SubStatement = StatementParts & { objectType: 'SubStatement' }
export type StatementObject =
  | XapiActivity
  | (XapiActor & { objectType: 'Agent' | 'Group' })
  | StatementRef
  | SubStatement

type XapiResult = {
  score?: { scaled?: number; raw?: number; min?: number; max?: number }
  success?: boolean
  completion?: boolean
  response?: string
  duration?: string
  extensions?: Record<string, unknown>
}

export type XapiContext = {
  registration?: string
  instructor?: XapiActor
  team?: XapiActor
  /** Version 2.0 only. */
  contextAgents?: { objectType: 'contextAgent'; agent: XapiActor; relevantTypes?: string[] }[]
  contextGroups?: { objectType: 'contextGroup'; group: XapiActor; relevantTypes?: string[] }[]
  contextActivities?: Partial<Record<ContextPlace, XapiActivity | XapiActivity[]>>
  revision?: string
  platform?: string
  language?: string
  statement?: StatementRef
  extensions?: Record<string, unknown>
}
export type ContextPlace = 'parent' | 'grouping' | 'category' | 'other'

export type XapiAttachment = {
  usageType: string
  contentType: string
  sha2: string
  fileUrl?: string
  [property: string]: unknown
}

/** As stored: what the server sets is there. */
export type StoredStatement = XapiStatement &
  Required<Pick<XapiStatement, 'id' | 'stored' | 'authority' | 'version' | 'timestamp'>>
