import type { InteractionType } from '../scoring/kind.ts'

/** As much of an xAPI statement as our profile writes. */
export type Statement = {
  id: string
  timestamp: string
  actor: Agent
  verb: { id: string; display?: Record<string, string> }
  object: Activity
  result?: Result
  context: Context
}

export type Agent = {
  objectType?: 'Agent'
  account: { homePage: string; name: string }
}

export type Activity = {
  objectType?: 'Activity'
  id: string
  definition?: {
    type?: string
    name?: Record<string, string>
    description?: Record<string, string>
    interactionType?: InteractionType
    choices?: InteractionComponent[]
    scale?: InteractionComponent[]
    source?: InteractionComponent[]
    target?: InteractionComponent[]
    steps?: InteractionComponent[]
    correctResponsesPattern?: string[]
  }
}

/** @see xAPI 1.0.3 Data §2.4.4.1, interaction components */
export type InteractionComponent = { id: string; description: Record<string, string> }

export type Result = {
  success?: boolean
  completion?: boolean
  response?: string
  duration?: string
  score?: { scaled?: number; raw?: number; min?: number; max?: number }
  extensions?: Record<string, unknown>
}

export type Context = {
  registration: string
  revision: string
  language: string
  platform: string
  contextActivities: { grouping: Activity[]; category: Activity[]; parent?: Activity[] }
  extensions: Record<string, unknown>
}
