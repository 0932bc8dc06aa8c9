// Shows a form of ours in a frame, there where the script stands. For the page of any site; needs nothing else.
//   <script src="https://intake.example/embed.js" data-form="observer-interest" data-language="en" async></script>
;(() => {
  const script = document.currentScript
  if (!script) return
  const origin = new URL(script.src).origin
  const LEAST = 480
  const MOST = 20000
  const WORDS = {
    en: 'Form of the Coalition on Justice',
    fr: 'Formulaire de la Coalition pour la justice',
    es: 'Formulario de la Coalición por la Justicia',
    pt: 'Formulário da Coalizão pela Justiça',
    ar: 'نموذج التحالف من أجل العدالة',
  }
  // Without a language of its own it takes the one of the page around it.
  const asked = (script.dataset.language || document.documentElement.lang).slice(0, 2).toLowerCase()
  const language = asked in WORDS ? asked : 'en'
  const title = script.dataset.title || WORDS[language]
  const address = `${origin}/${language}/${encodeURIComponent(script.dataset.form || 'observer-interest')}`

  const frame = document.createElement('iframe')
  frame.src = address
  frame.title = title
  frame.style.cssText = `width:100%;border:0;display:block;height:${LEAST}px`
  frame.setAttribute('scrolling', 'auto')
  script.after(frame)

  // Who framed whom is known to both: the page answers to the window around it, and only the frame's own words count here.
  let pages = 0
  let answered = false
  addEventListener('message', ({ origin: from, source, data }) => {
    if (from !== origin || source !== frame.contentWindow) return
    const height = data && data.type === 'justice-intake-height' ? data.height : NaN
    if (!(height > 0)) return
    answered = true
    frame.style.height = `${Math.min(Math.max(Math.ceil(height), LEAST), MOST)}px`
  })
  frame.addEventListener('load', () => {
    frame.contentWindow.postMessage({ type: 'justice-intake-hello' }, origin)
    pages += 1
    // The next page of the form begins at its top.
    if (pages > 1) frame.scrollIntoView({ block: 'start' })
    // Where this site is not allowed, or frames are blocked, the browser shows an empty frame: a link needs nothing.
    if (pages === 1) setTimeout(() => answered || giveWay(), 4000)
  })

  function giveWay() {
    const link = document.createElement('a')
    link.href = address
    link.textContent = title
    frame.replaceWith(link)
  }
})()
