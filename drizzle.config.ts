import { defineConfig } from 'drizzle-kit'

/** Two databases, two histories: `npm run db:generate` writes the migrations of both. */
const database = process.env.DATABASE === 'statements' ? 'statements' : 'bank'

export default defineConfig({
  dialect: 'sqlite',
  schema: `./app/db/schema/${database}/index.ts`,
  out: `./app/db/migrations/${database}`,
})
