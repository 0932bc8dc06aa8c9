import { defineConfig } from 'drizzle-kit'

// `npm run migration` writes the difference between the tables and the last migration as SQL into migrations/.
export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/**/tables.ts'],
  out: './migrations',
})
