import * as z from 'zod'
import { isDay } from '#app/services/guarantees/days.ts'

/** What the entries of an archive are made of, each with the most that is believed of it. */
export const id = z.string().regex(/^[0-9a-z]{10}$/)
export const digest = z.string().regex(/^[0-9a-f]{64}$/)
export const name = z.string().max(200)
export const line = z.string().max(1000)
export const long = z.string().max(200_000)
export const instant = z.number().int().min(0).max(8.64e15)
export const count = z.number().int().min(0).max(1e9)
export const day = z.string().refine(isDay)
export const address = z.string().max(2000)
export const path = z.string().max(300)
