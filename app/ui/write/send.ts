import type { CheckFacts } from '#app/services/checks/read-check-facts.server.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import type { SaveRequest, ServerAnswer } from '#editor/writing-session.ts'
import { Refusal, refusalIn } from '../refusal.ts'

/** Another page on which somebody writes this module; `myself` for one of one's own. */
export type OtherWriter = {
  tab: string
  name: string
  sectionId: string | null
  myself: boolean
}

export type SetAsideSection = {
  id: string
  title: string
  setAsideAt: number
  setAsideBy: string
  document: StoredDocument
}

/** A request body that a browser still sends after its page is closed, in bytes. */
const outlivesPage = 60_000

export function isSignedOut(error: unknown): boolean {
  return error instanceof Refusal && error.refusal.code === 'sign-in.needed'
}

/** @throws Refusal, or TypeError when the server cannot be reached */
export function sendChange(moduleId: string, request: SaveRequest): Promise<ServerAnswer> {
  return post(`/modules/${moduleId}/draft`, request, longest)
}

/** @throws as {@link sendChange} */
export function sendPresence(
  moduleId: string,
  said: { tab: string; sectionId: string | null; hidden: boolean },
): Promise<{ version: number; others: OtherWriter[] }> {
  return post(`/modules/${moduleId}/presence`, said, 10_000)
}

/** Says that this page is closed; whether it arrives does not matter. */
export function leavePresence(moduleId: string, tab: string): void {
  const said = { tab, sectionId: null, hidden: true, leaving: true }
  post(`/modules/${moduleId}/presence`, said, 10_000).catch(() => undefined)
}

/**
 * What was not chosen between two versions of a section, the latest first.
 *
 * @param choices only there so that nothing older is taken from a cache
 */
export async function readSetAside(
  moduleId: string,
  choices: number,
): Promise<SetAsideSection[]> {
  const address = `/modules/${moduleId}/set-aside?choices=${choices}`
  const { sections } = await get<{ sections: SetAsideSection[] }>(address)
  return sections
}

/** What checks need of the module and its files, as the server knows them. */
export async function readCheckFacts(moduleId: string): Promise<CheckFacts> {
  return get(`/modules/${moduleId}/checks`)
}

/** @throws as {@link sendChange} */
export async function get<T>(address: string): Promise<T> {
  const response = await fetch(address, { cache: 'no-store' })
  return answerOf(response.redirected, response.status, await response.text()) as T
}

/** Signs in without leaving the page; gives why not, or `null` when it is done. */
export async function signInAgain(form: HTMLFormElement): Promise<Refusal['refusal'] | null> {
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
  try {
    const response = await fetch('/sign-in/again', { method: 'POST', body })
    answerOf(response.redirected, response.status, await response.text())
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.refusal
    return { code: 'server.failed', params: {} }
  }
}

/** A save that takes longer than this is taken for lost, in milliseconds, and sent again. */
const longest = 30_000

export async function post<T>(address: string, said: unknown, patience = longest): Promise<T> {
  const body = JSON.stringify(said)
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    keepalive: new TextEncoder().encode(body).length < outlivesPage,
    signal: AbortSignal.timeout(patience),
  })
  return answerOf(response.redirected, response.status, await response.text()) as T
}

function answerOf(redirected: boolean, status: number, text: string): unknown {
  if (redirected) throw new Refusal({ code: 'sign-in.needed', params: {} })
  if (status < 300) return JSON.parse(text)
  throw new Refusal(refusalIn(text))
}
