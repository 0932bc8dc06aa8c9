/** What went wrong, in one line for a terminal. */
export function oneLine(error: unknown): string {
  if (!(error instanceof Error)) return 'Something went wrong that has no name.'
  const [inner] = error instanceof AggregateError ? (error.errors as unknown[]) : []
  // A query's error repeats what was written; the database's own, which caused it, says why.
  const cause = error.constructor.name === 'DrizzleQueryError' ? error.cause : inner
  if (cause instanceof Error && cause !== error) return oneLine(cause)
  return error.message.replaceAll(/\s*\n\s*/g, ' ') || error.name
}
