export * from './quality.ts'
export { readQuality } from './read-quality.server.ts'
