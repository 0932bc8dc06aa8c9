// Tells the page around the frame how high this one is. The browser shows us in no frame but of the origins that are allowed
// (frame-ancestors), so whoever asks from the window around us may know; what is told is a height and nothing else.
addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || source === window || data?.type !== 'justice-intake-hello') return
  const tell = () =>
    parent.postMessage(
      { type: 'justice-intake-height', height: document.documentElement.getBoundingClientRect().height },
      origin,
    )
  new ResizeObserver(tell).observe(document.documentElement)
  tell()
})
