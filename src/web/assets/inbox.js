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
if (news && 'EventSource' in window) {
  const source = new EventSource(news.dataset.news)
  source.addEventListener('arrivals', ({ data }) => {
    const link = document.createElement('a')
    link.className = 'button'
    link.href = news.dataset.show
    link.textContent = data === '1' ? '1 new case – show' : `${data} new cases – show`
    news.replaceChildren(link)
  })
  // A page that is left must not keep its connection: browsers have six for a server.
  addEventListener('pagehide', () => source.close())
  addEventListener('pageshow', event => {
    if (event.persisted) location.reload()
  })
}
