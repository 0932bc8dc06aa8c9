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
  if (event.target.closest('input, textarea, select')) return
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

// A form is sent once, however often its button is pressed.
document.addEventListener('submit', event => {
  if (event.target.dataset.sent) event.preventDefault()
  event.target.dataset.sent = 'yes'
})
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent
})
