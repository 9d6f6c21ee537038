export * from './attempts.ts'
export * from './documents.ts'
export * from './rollups.ts'
export * from './statements.ts'
