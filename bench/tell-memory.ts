// Loaded into the service that is measured: says when asked how many bytes it needs, once what nobody needs is collected.
process.on('message', () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  process.send?.(heapUsed + external)
})
// Being asked is no reason to go on.
process.channel?.unref()
