export * from './quality.ts'
export { type PackageLife, readPackageLives } from './read-package-life.server.ts'
export { readQuality } from './read-quality.server.ts'
