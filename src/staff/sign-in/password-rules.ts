// Which passwords are taken: long ones that nobody would guess first. No rules about digits and signs, which people only
// work around (NIST SP 800-63B, 5.1.1.2).
// @ts-expect-error It comes without types.
import untyped from 'fxa-common-password-list'

/** The most common passwords of eight characters and more, as Firefox accounts refuse them. */
const commonPasswords = untyped as unknown as { test(password: string): boolean }

const SHORTEST = 12
const LONGEST = 200

/** What is wrong with a new password and what to do about it; nothing when it is taken. */
export function complaintAbout(
  password: string,
  person: { name: string; email: string },
): string | undefined {
  const length = [...password].length
  if (length < SHORTEST)
    return `Use at least ${SHORTEST} characters; a few words in a row are easy to keep in mind.`
  if (length > LONGEST) return `Use at most ${LONGEST} characters.`
  const plain = password.toLowerCase()
  if (new Set(plain).size < 5 || isRun(plain)) return 'Use characters that do not repeat or count up.'
  const own = [...person.name.split(/\s+/), ...person.email.split(/[@.+_-]/)].filter(word => word.length > 3)
  if (own.some(word => plain.includes(word.toLowerCase()))) {
    return 'Leave out your name and your address: they would be tried first.'
  }
  const stem = plain.replaceAll(/[^a-z]+$|^[^a-z]+/g, '')
  if ([password, plain, stem].some(word => word !== '' && commonPasswords.test(word)) || OURS.test(plain)) {
    return 'Choose another one: this is on the list of those that are tried first.'
  }
  return undefined
}

const OURS = /^\W*(open\W*government|coalition|justice|ogp)+(on|for|and|partnership|\W|\d)*$/

function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, at) => character.charCodeAt(0) - text.charCodeAt(at))
  return new Set(steps).size === 1 && Math.abs(steps[0] ?? 9) <= 1
}
