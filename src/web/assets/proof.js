// Solves the puzzle that a page carries while very many send the same form (ALTCHA, version 2, SHA-256), then sends the page on.
// Nothing leaves the browser for it. Where it cannot run, the page offers to confirm by email instead.
const form = document.querySelector('form[data-challenge]')
const report = document.getElementById('proof-status')

const bytesOf = hex => Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
const hexOf = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

async function solve({ parameters }) {
  const prefix = bytesOf(parameters.keyPrefix)
  const [salt, nonce] = [bytesOf(parameters.salt), bytesOf(parameters.nonce)]
  const hashOf = counter => {
    const input = new Uint8Array(salt.length + nonce.length + 4)
    input.set(salt)
    input.set(nonce, salt.length)
    new DataView(input.buffer).setUint32(salt.length + nonce.length, counter)
    return crypto.subtle.digest(parameters.algorithm, input)
  }
  const AT_ONCE = 250
  for (let from = 0; from < 2 ** 32; from += AT_ONCE) {
    const hashes = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => hashOf(from + at)))
    const at = hashes.findIndex(hash => {
      const bytes = new Uint8Array(hash)
      return prefix.every((byte, place) => bytes[place] === byte)
    })
    if (at >= 0) {
      return {
        counter: from + at,
        derivedKey: hexOf(new Uint8Array(hashes[at]).slice(0, parameters.keyLength)),
      }
    }
  }
  throw new Error('The puzzle has no solution.')
}

// Only over HTTPS, or on this machine, does a browser lend its cryptography.
if (form && globalThis.crypto?.subtle) {
  const challenge = JSON.parse(form.dataset.challenge)
  report.hidden = false
  report.textContent = form.dataset.working
  solve(challenge).then(
    solution => {
      form.elements.proof.value = btoa(JSON.stringify({ challenge, solution }))
      form.requestSubmit()
    },
    () => {
      report.hidden = true
    },
  )
}
