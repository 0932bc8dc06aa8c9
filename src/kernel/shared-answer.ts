// An answer that costs something, shared by all who ask at about the same time.

interface Kept<Answer> {
  answer: Promise<Answer>
  freshUntil: number
}

/**
 * Runs `ask` at most once at a time and gives its answer to everybody for `fresh` milliseconds; a failure is not kept. For
 * another `stale` milliseconds the old answer is given at once, while a new one is asked for.
 */
export function sharedAnswer<Answer>(
  fresh: number,
  ask: () => Promise<Answer>,
  stale = 0,
): () => Promise<Answer> {
  let kept: Kept<Answer> | undefined
  let asking: Kept<Answer> | undefined

  function askAnew(): Kept<Answer> {
    const asked: Kept<Answer> = { answer: ask(), freshUntil: Number.POSITIVE_INFINITY }
    asked.answer.then(
      () => {
        asked.freshUntil = performance.now() + fresh
        kept = asked
        asking = undefined
      },
      () => (asking = undefined),
    )
    return asked
  }

  return () => {
    const now = performance.now()
    if (kept && now < kept.freshUntil) return kept.answer
    asking ??= askAnew()
    return kept && now < kept.freshUntil + stale ? kept.answer : asking.answer
  }
}

/** The promise's result, or an error called `TimeoutError` when it takes longer. */
export async function within<Result>(milliseconds: number, promise: Promise<Result>): Promise<Result> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new DOMException('It took too long.', 'TimeoutError')), milliseconds)
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
