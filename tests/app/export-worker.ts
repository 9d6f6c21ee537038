import { startWorker } from '#app/jobs/worker.server.ts'
import { openFolder } from '#tests/builders/instance.ts'

/** A process that makes the packages that wait in a folder, to be killed: `export-worker.ts <folder>`. */
startWorker(openFolder(process.argv[2]), 20)
