// What script adds to a case: who else has it open, and names to choose from after an @. Everything works without it.
const together = document.querySelector('#together')
const EVERY_MS = 20_000

async function look(left) {
  const { address, csrf, seen } = together.dataset
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
    body: JSON.stringify(left ? { left: seen } : {}),
    keepalive: left,
  })
  if (left) return
  if (!response.ok) throw new Error(`${response.status}`)
  const { together: sentence, seenAt } = await response.json()
  together.dataset.seen = seenAt
  say(sentence)
}

function say(sentence) {
  if (together.textContent !== sentence) together.textContent = sentence
}
const sayUnknown = () => say('Who else has this case open cannot be told just now.')

const head = document.querySelector('.head')
if (head) {
  const button = document.createElement('button')
  button.textContent = 'Print'
  button.className = 'no-print'
  button.addEventListener('click', () => print())
  head.append(button)
}

if (together) {
  setInterval(() => document.visibilityState === 'visible' && look(false).catch(sayUnknown), EVERY_MS)
  addEventListener('pagehide', () => void look(true).catch(() => {}))
  addEventListener('pageshow', event => event.persisted && void look(false).catch(sayUnknown))
}

for (const text of document.querySelectorAll('textarea[data-people]'))
  suggest(text, text.dataset.people.split('|'))

// The list is a listbox that the text field controls: arrows choose, Enter and Tab take, Escape closes.
function suggest(text, people) {
  const list = document.createElement('ul')
  list.id = `${text.id}-people`
  list.className = 'people'
  list.role = 'listbox'
  list.ariaLabel = 'Whom to tell'
  list.hidden = true
  text.after(list)
  text.setAttribute('aria-controls', list.id)
  text.setAttribute('aria-autocomplete', 'list')
  let at = 0

  const typed = () => /(?:^|\s)@([\p{L}][^@\n]{0,40}|)$/u.exec(text.value.slice(0, text.selectionStart))?.[1]
  const options = () => [...list.children]

  function show() {
    const beginning = typed()?.toLowerCase()
    const found =
      beginning === undefined ? [] : people.filter(name => name.toLowerCase().startsWith(beginning))
    list.replaceChildren(...found.slice(0, 6).map(option))
    list.hidden = found.length === 0
    choose(0)
  }

  function option(name, index) {
    const item = document.createElement('li')
    item.id = `${list.id}-${index}`
    item.role = 'option'
    item.textContent = name
    item.addEventListener('mousedown', event => {
      event.preventDefault()
      take(name)
    })
    return item
  }

  function choose(index) {
    const all = options()
    at = (index + all.length) % (all.length || 1)
    for (const [number, item] of all.entries()) item.ariaSelected = String(number === at)
    if (list.hidden) text.removeAttribute('aria-activedescendant')
    else text.setAttribute('aria-activedescendant', all[at].id)
  }

  function take(name) {
    const start = text.selectionStart - typed().length
    text.setRangeText(`${name} `, start, text.selectionStart, 'end')
    list.hidden = true
    choose(0)
  }

  const KEYS = {
    ArrowDown: () => choose(at + 1),
    ArrowUp: () => choose(at - 1),
    Enter: () => take(options()[at].textContent),
    Tab: () => take(options()[at].textContent),
    Escape: () => {
      list.hidden = true
      choose(0)
    },
  }
  text.addEventListener('input', show)
  text.addEventListener('blur', () => (list.hidden = true))
  text.addEventListener('keydown', event => {
    if (list.hidden || !KEYS[event.key]) return
    event.preventDefault()
    KEYS[event.key]()
  })
}
