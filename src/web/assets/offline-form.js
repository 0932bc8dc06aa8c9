// Inside the downloaded form: asks only what applies, counts words, and saves the answers into a new copy of the file.
;(() => {
  const form = document.getElementById('form')
  const block = document.querySelector('script[type="application/json"]')
  const kept = JSON.parse(block.textContent)
  const report = document.getElementById('saved')
  const save = document.getElementById('save')
  let isSaved = true

  const fields = name => [...form.elements].filter(field => field.name === name)
  const isTicked = field => field.type === 'radio' || field.type === 'checkbox'

  function typed() {
    const found = {}
    for (const [name, value] of new FormData(form)) {
      const field = fields(name)[0]
      if (value === '' || field.type === 'hidden' || field.closest('[data-when][hidden]')) continue
      found[name] = name in found ? [found[name], value].flat() : value
    }
    return found
  }

  for (const [name, value] of Object.entries(kept.typed)) {
    const values = [value].flat()
    for (const field of fields(name)) {
      if (isTicked(field)) field.checked = values.includes(field.value)
      else field.value = values[0]
    }
  }

  const asked = [...form.querySelectorAll('[data-when]')]
  function showAsked() {
    for (const part of asked) {
      const [first] = fields(part.dataset.when)
      const isHere = first && !first.closest('[data-when][hidden]')
      const chosen = fields(part.dataset.when).find(field => field.checked)?.value
      part.hidden = !(isHere && JSON.parse(part.dataset.is).includes(chosen))
    }
  }
  for (const note of form.querySelectorAll('.site-only-if')) note.hidden = true

  // Of a list of people or milestones, those that are filled in and one more.
  for (const list of form.querySelectorAll('fieldset:has(> .site-item)')) {
    const items = [...list.querySelectorAll(':scope > .site-item')]
    const isFilled = item =>
      [...item.querySelectorAll('input, select, textarea')].some(f =>
        isTicked(f) ? f.checked : f.value !== '',
      )
    const last = items.findLastIndex(isFilled)
    for (const [at, item] of items.entries()) item.hidden = at > Math.max(0, last)
    const more = document.createElement('button')
    more.type = 'button'
    more.className = 'govuk-button govuk-button--secondary'
    more.textContent = form.dataset.add
    more.hidden = items.every(item => !item.hidden)
    more.addEventListener('click', () => {
      const next = items.find(item => item.hidden)
      if (!next) return
      next.hidden = false
      next.querySelector('input, select, textarea')?.focus()
      more.hidden = items.every(item => !item.hidden)
    })
    more.dataset.added = ''
    list.append(more)
  }

  function countWords(area) {
    const hint = document.getElementById(`${area.id}-count`)
    const left =
      Number(area.dataset.words) - (area.value.trim() === '' ? 0 : area.value.trim().split(/\s+/).length)
    hint.textContent = (left < 0 ? form.dataset.overWords : form.dataset.leftWords).replace(
      '{n}',
      Math.abs(left),
    )
  }
  for (const area of form.querySelectorAll('textarea[data-words]')) countWords(area)

  form.addEventListener('input', ({ target }) => {
    isSaved = false
    report.hidden = true
    if (target.dataset.words) countWords(target)
    showAsked()
  })
  form.addEventListener('submit', () => {
    isSaved = true
  })
  addEventListener('beforeunload', event => {
    if (!isSaved) event.preventDefault()
  })

  save.hidden = false
  save.addEventListener('click', () => {
    const copy = document.documentElement.cloneNode(true)
    for (const added of copy.querySelectorAll('[data-added]')) added.remove()
    copy.querySelector('#save').hidden = true
    copy.querySelector('#saved').hidden = true
    const answers = copy.querySelector('script[type="application/json"]')
    answers.textContent = JSON.stringify({ ...kept, typed: typed() }).replaceAll('<', '\\u003c')
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([`<!doctype html>\n${copy.outerHTML}`], { type: 'text/html' }))
    link.download = form.dataset.file
    link.click()
    isSaved = true
    report.textContent = form.dataset.saved
    report.hidden = false
  })
  showAsked()
})()
