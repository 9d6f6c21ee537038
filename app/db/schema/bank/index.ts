export * from './accounts.ts'
export * from './lrs-credentials.ts'
