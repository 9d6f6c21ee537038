import { existsSync, readFileSync } from 'node:fs'

const status = '/proc/self/status'

/**
 * The most memory that this process ever held, in bytes. Linux counts what its parent held into
 * `maxRSS`, so its own mark is read where there is one. @see proc_pid_status(5), VmHWM
 */
export function mostMemory(): number {
  const own = existsSync(status) && /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))
  return (own ? Number(own[1]) : process.resourceUsage().maxRSS) * 1024
}
