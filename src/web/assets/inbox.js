// What script adds to the inbox: choosing by box, by x and all at once, b for what is done with them; new cases announced, without moving anything.
const boxes = () => [...document.querySelectorAll('#bulk input[name=case]')]
const said = document.querySelector('[data-chosen]')

function sayChosen() {
  const chosen = boxes().filter(box => box.checked).length
  if (said) said.textContent = chosen === 0 ? '' : `${chosen} chosen`
}

const all = document.querySelector('[data-choose-all]')
all?.addEventListener('click', event => {
  event.preventDefault()
  const some = boxes().some(box => !box.checked)
  for (const box of boxes()) box.checked = some
  all.textContent = some ? 'Choose none' : 'Choose all on this page'
  sayChosen()
})
document.addEventListener('change', event => {
  if (event.target.name === 'case') sayChosen()
})
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.closest('input:not([type=checkbox]), textarea, select')) return
  if (event.key === 'x') document.querySelector('[data-row].at input[name=case]')?.click()
  if (event.key !== 'b') return
  // Or the letter would be typed into the list of choices.
  event.preventDefault()
  document.querySelector('#action')?.focus()
})
addEventListener('pageshow', sayChosen)

const news = document.querySelector('[data-news]')
/** The browser tries again by itself when a line breaks, and not when it was refused: then we do. */
const AGAIN_MS = 10_000
const PATIENCE_MS = 5000
let source
let silence

function listen() {
  source = new EventSource(news.dataset.news)
  source.addEventListener('open', () => sayHeard(true))
  source.addEventListener('back', () => sayHeard(true))
  source.addEventListener('away', () => sayHeard(false))
  source.addEventListener('arrivals', ({ data }) => {
    sayHeard(true)
    const link = document.createElement('a')
    link.className = 'button'
    link.href = news.dataset.show
    link.textContent = data === '1' ? '1 new case – show' : `${data} new cases – show`
    news.replaceChildren(link)
  })
  source.addEventListener('error', () => {
    // Every few minutes the line ends and begins anew: that is nothing to speak of.
    silence ??= setTimeout(() => sayHeard(false), PATIENCE_MS)
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN_MS)
  })
}

function sayHeard(isHeard) {
  clearTimeout(silence)
  silence = undefined
  if (news.querySelector('a')) return
  const says = isHeard ? '' : 'New cases cannot be announced just now. We keep trying.'
  if (news.textContent === says) return
  news.replaceChildren()
  if (isHeard) return
  const note = document.createElement('p')
  note.textContent = says
  news.append(note)
}

if (news && 'EventSource' in window) {
  listen()
  // A page that is left must not keep its connection: browsers have six for a server.
  addEventListener('pagehide', () => source.close())
  addEventListener('pageshow', event => {
    if (event.persisted) location.reload()
  })
}
