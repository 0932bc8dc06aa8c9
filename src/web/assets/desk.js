// What script adds to the desk; everything works without it. Keys: j and k move along a list, Enter opens, / searches.
const rows = () => [...document.querySelectorAll('[data-row]')]
let at = -1

function move(step) {
  const list = rows()
  if (list.length === 0) return
  list[at]?.classList.remove('at')
  at = Math.min(Math.max(at + step, 0), list.length - 1)
  list[at].classList.add('at')
  list[at].querySelector('a')?.focus({ preventScroll: true })
  list[at].scrollIntoView({ block: 'nearest' })
}

let before = ''
const PLACES = { i: '/desk/cases', a: '/desk/account' }

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.closest('input:not([type=checkbox]), textarea, select')) return
  if (before === 'g' && PLACES[event.key]) location.href = PLACES[event.key]
  if (event.key === 'j') move(1)
  if (event.key === 'k') move(-1)
  if (event.key === '/') {
    const search = document.querySelector('[type=search]')
    if (search) event.preventDefault()
    search?.focus()
  }
  if (event.key === '?') document.querySelector('#keys')?.showModal()
  before = event.key
})

// A form is sent once, however often its button is pressed; without a connection it is not sent and nothing typed is lost.
document.addEventListener('submit', event => {
  if (event.target.method === 'dialog') return
  if (!navigator.onLine || event.target.dataset.sent) event.preventDefault()
  if (!navigator.onLine) return
  // A file leaves the page as it is, and may be asked for again.
  if ('again' in event.target.dataset) return
  event.target.dataset.sent = 'yes'
  wait()
})
document.addEventListener('click', event => {
  const link = event.target.closest('a[href]')
  const stays = !link || link.target || link.getAttribute('href').startsWith('#') || link.download
  if (!stays && !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey) wait()
})

// On a slow line something says that the next page is on its way.
let waiting
function wait() {
  clearTimeout(waiting)
  waiting = setTimeout(() => document.documentElement.classList.add('loading'), 400)
}

addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent
  clearTimeout(waiting)
  document.documentElement.classList.remove('loading')
})

const line = document.querySelector('#line')
function sayLine() {
  if (line) line.hidden = navigator.onLine
}
addEventListener('online', sayLine)
addEventListener('offline', sayLine)
sayLine()
