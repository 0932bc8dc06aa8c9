// An answer that costs something, shared by all who ask at about the same time.

/** Runs `ask` at most once at a time and gives its answer to everybody for `milliseconds`; a failure is not kept. */
export function sharedAnswer<Answer>(
  milliseconds: number,
  ask: () => Promise<Answer>,
): () => Promise<Answer> {
  let asked: { answer: Promise<Answer>; freshUntil: number } | undefined
  return () => {
    if (asked && performance.now() < asked.freshUntil) return asked.answer
    const asking = { answer: ask(), freshUntil: Number.POSITIVE_INFINITY }
    asked = asking
    asking.answer.then(
      () => (asking.freshUntil = performance.now() + milliseconds),
      () => (asking.freshUntil = 0),
    )
    return asking.answer
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
