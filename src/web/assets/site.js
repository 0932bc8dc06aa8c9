// Makes the applicants' pages easier where a browser runs it. Without it everything works the same.
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

document.getElementById('errors')?.focus()
for (const form of document.querySelectorAll('form[method=post]')) sendOnce(form)
const page = document.getElementById('page')
if (page) {
  for (const area of page.querySelectorAll('[data-words], [data-characters]')) countIn(area)
  for (const list of page.querySelectorAll('select[data-picker]')) searchIn(list)
  if (!page.querySelector('[type=file]') && document.getElementById('saved')) keepTyped(page)
}

/** A second press while the first is under way does nothing. */
function sendOnce(form) {
  let under = false
  form.addEventListener('submit', event => {
    if (under) event.preventDefault()
    under = true
    setTimeout(() => (under = false), 8000)
  })
  addEventListener('pageshow', () => (under = false))
}

/** How many words, or characters, are left; read out once the typing rests. */
function countIn(area) {
  const hint = document.getElementById(`${area.id}-count`)
  const { words, characters } = area.dataset
  const most = Number(words ?? characters)
  const unit = words ? 'Words' : 'Characters'
  const spoken = document.createElement('div')
  spoken.className = 'govuk-visually-hidden'
  spoken.setAttribute('aria-live', 'polite')
  hint.after(spoken)
  let rest
  const show = () => {
    const used = words ? (area.value.match(/\S+/g) ?? []).length : area.value.trim().length
    const over = used > most
    const says = page.dataset[(over ? 'over' : 'left') + unit].replace('{n}', Math.abs(most - used))
    hint.textContent = says
    hint.classList.toggle('govuk-error-message', over)
    clearTimeout(rest)
    rest = setTimeout(() => (spoken.textContent = used === 0 ? '' : says), 1000)
  }
  area.addEventListener('input', show)
  show()
}

/** A long list of choices becomes a field in which one can type (ARIA's combobox with a list of suggestions). */
function searchIn(list) {
  const offers = [...list.options].filter(option => option.value)
  if (list.dataset.picker === 'time-zone' && !list.value) {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (offers.some(option => option.value === here)) list.value = here
  }
  const { id } = list
  const field = document.createElement('input')
  const box = document.createElement('ul')
  Object.assign(field, { type: 'text', className: 'govuk-input', autocomplete: 'off' })
  if (list.classList.contains('govuk-select--error')) field.classList.add('govuk-input--error')
  const attributes = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': `${id}-box`,
    placeholder: page.dataset.filter,
  }
  const described = list.getAttribute('aria-describedby')
  if (described) attributes['aria-describedby'] = described
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value)
  Object.assign(box, { id: `${id}-box`, className: 'site-suggestions', hidden: true })
  box.setAttribute('role', 'listbox')
  box.setAttribute('aria-label', list.labels[0]?.textContent ?? '')
  list.id = `${id}-list`
  field.id = id
  const frame = document.createElement('div')
  frame.className = 'site-combobox'
  list.before(frame)
  frame.append(field, box, list)
  list.hidden = true
  field.value = list.value ? list.selectedOptions[0].text : ''

  let found = []
  let at = -1
  const close = () => {
    box.hidden = true
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
  }
  const choose = option => {
    list.value = option ? option.value : ''
    if (option) field.value = option.text
    list.dispatchEvent(new Event('input', { bubbles: true }))
    close()
  }
  const mark = to => {
    at = to
    for (const [place, item] of [...box.children].entries()) item.setAttribute('aria-selected', place === at)
    const item = box.children[at]
    if (!item) return
    field.setAttribute('aria-activedescendant', item.id)
    item.scrollIntoView({ block: 'nearest' })
  }
  const show = () => {
    const typed = plain(field.value.trim())
    const starts = offers.filter(option => plain(option.text).startsWith(typed))
    const holds = offers.filter(option => !starts.includes(option) && plain(option.text).includes(typed))
    found = [...starts, ...holds].slice(0, 8)
    box.replaceChildren(
      ...found.map((option, place) => {
        const item = document.createElement('li')
        Object.assign(item, { id: `${id}-box-${place}`, textContent: option.text })
        item.setAttribute('role', 'option')
        item.addEventListener('mousedown', event => {
          event.preventDefault()
          choose(option)
        })
        return item
      }),
    )
    box.hidden = found.length === 0
    field.setAttribute('aria-expanded', String(!box.hidden))
    mark(-1)
  }
  field.addEventListener('input', () => {
    const typed = plain(field.value.trim())
    list.value = offers.find(option => plain(option.text) === typed)?.value ?? ''
    show()
  })
  field.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (box.hidden) show()
      mark((at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % (found.length || 1))
    } else if (event.key === 'Enter' && !box.hidden && at >= 0) {
      event.preventDefault()
      choose(found[at])
    } else if (event.key === 'Escape') close()
  })
  // What fits only one is meant; what fits none is told by the server.
  field.addEventListener('blur', () => {
    if (!list.value && field.value.trim() && found.length === 1) choose(found[0])
    close()
  })
}

/**
 * Saves while somebody types, again once the line is back, and before the page is left by a button: without a line it stays, with all
 * that was typed. Warns before what is not saved is left otherwise.
 */
function keepTyped(form) {
  const status = document.getElementById('saved')
  const revision = form.querySelector('[name=revision]')
  let changed = false
  let leaving = false
  let pressed = false
  let kept = false
  let stopped = false
  let waiting
  let turn = Promise.resolve()
  // One after the other: each has to know the revision that the one before it made.
  const inTurn = job => (turn = turn.then(job))

  /** What the server says to the page as it stands; nothing where it could not be reached, and `{}` where only a page can tell. */
  const post = async go => {
    clearTimeout(waiting)
    changed = false
    const body = new URLSearchParams(new FormData(form))
    body.set('go', go)
    status.textContent = form.dataset.saving
    try {
      const signal = AbortSignal.timeout?.(30_000)
      const headers = { 'x-autosave': '1' }
      const answer = await fetch(location.pathname, { method: 'POST', headers, body, signal })
      if (answer.status === 429 || answer.status >= 500) throw new Error(String(answer.status))
      // Another tab changed the page, or the draft is gone: what to do about it is shown when this page is sent.
      stopped = !answer.ok
      const said = stopped ? {} : await answer.json()
      if (said.revision) revision.value = said.revision
      status.textContent = changed || stopped ? '' : form.dataset.saved
      return said
    } catch {
      changed = true
      status.textContent = form.dataset.offline
      waiting = setTimeout(save, 15_000)
      return undefined
    }
  }
  const save = () => void inTurn(() => changed && !stopped && post('nothing'))
  const sendBy = button => {
    const go = button?.name === 'go' ? button.value : ''
    const isLast = form.dataset.last !== undefined
    if (stopped || (isLast && !changed && navigator.onLine)) return {}
    return post(isLast || /^(add|remove) /.test(go) ? 'nothing' : go)
  }
  form.addEventListener('input', () => {
    changed = true
    clearTimeout(waiting)
    waiting = setTimeout(save, 2000)
  })
  addEventListener('online', save)
  form.addEventListener(
    'submit',
    async event => {
      leaving ||= kept || !form.requestSubmit
      if (leaving) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (pressed) return
      pressed = true
      const { submitter } = event
      const said = await inTurn(() => sendBy(submitter))
      if (!said) {
        pressed = false
        return
      }
      kept = true
      if (said.go && new URL(said.go, location).pathname !== location.pathname) {
        leaving = true
        location.assign(said.go)
        return
      }
      // While the first press is being told to everybody, a form is not sent again.
      setTimeout(() => form.requestSubmit(submitter))
    },
    true,
  )
  addEventListener('pageshow', () => (leaving = pressed = kept = false))
  addEventListener('beforeunload', event => {
    if (changed && !leaving) event.preventDefault()
  })
}
