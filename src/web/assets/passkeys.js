// Passkeys: the browser asks for the finger, the face or the PIN, and the form carries what it says about that. Without
// script the forms stay hidden, and the page says what else there is.
const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser
const ASK = { get: startAuthentication, create: startRegistration }
const SAYS = {
  InvalidStateError: 'This device has a passkey for you here already.',
  NotAllowedError: 'Nothing was used: it was cancelled, or it took too long.',
}

async function optionsOf(form) {
  const answer = await fetch(`${form.getAttribute('action')}/options`, {
    method: 'POST',
    headers: { 'x-csrf-token': form.elements._csrf.value },
  })
  const body = await answer.json()
  if (!answer.ok) throw new Error(body.detail)
  return body
}

async function ask(event) {
  const form = event.currentTarget
  event.preventDefault()
  const button = form.querySelector('button')
  const says = form.querySelector('[role=status]')
  says.textContent = ''
  button.disabled = true
  try {
    const optionsJSON = await optionsOf(form)
    const response = await ASK[form.dataset.passkey]({ optionsJSON })
    form.elements.response.value = JSON.stringify(response)
    form.submit()
  } catch (error) {
    says.textContent = SAYS[error.name] ?? error.message
    button.disabled = false
    delete form.dataset.sent
  }
}

if (browserSupportsWebAuthn()) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.addEventListener('submit', event => void ask(event))
    form.hidden = false
  }
  for (const note of document.querySelectorAll('[data-no-passkey]')) note.hidden = true
}
