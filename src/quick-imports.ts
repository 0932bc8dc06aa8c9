// Loaded before everything else (`node --import`), so that a start takes seconds less: drizzle-orm by its CommonJS files.
// For each ES module of a package Node 24 reads that package's `exports` anew, and drizzle-orm's 200 modules have exports of
// 180 KB: half of a second start was spent on it. Without this file all is the same, only slower.
import { registerHooks } from 'node:module'

const COMMON_JS = ['node', 'require', 'default']

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, specifier.startsWith('drizzle-orm') ? { ...context, conditions: COMMON_JS } : context),
})
