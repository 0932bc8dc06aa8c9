// Questions about how to reach somebody.
import { z } from 'zod'
import { LANGUAGES } from '../kernel/languages.ts'
import { oneLine } from './bounded-string.ts'
import { languageNames } from './language-names.ts'
import { question, type Ask } from './question.ts'
import { choice, choices } from './questions.ts'

/**
 * An address that mail can be sent to. HTML's pattern, because the stricter ones refuse valid addresses; then what
 * RFC 5321 adds (254 in all, 64 before the @, no leading, trailing or double dot there), and a domain with a dot.
 * Source of the pattern: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
 */
export const email = (ask: Ask) => question(oneLine(1, 254, 'invalid-email', isEmail), 'email', ask)

/** Whether it is an address as the question asks for it. */
export function isEmail(address: string): boolean {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const soundDots = !local.startsWith('.') && !local.endsWith('.') && !local.includes('..')
  return z.regexes.html5Email.test(address) && at <= 64 && soundDots && address.includes('.', at)
}

/** A telephone number as people write it: 5 to 15 digits (ITU-T E.164), an extension if there is one. */
export const phone = (ask: Ask) => question(oneLine(1, 40, 'invalid-phone', isPhone), 'phone', ask)

const PHONE = /^\+?[\d ().\-/]+(?:(?:ext\.?|x|poste|#) ?\d{1,6})?$/i

function isPhone(value: string): boolean {
  const digits = value.replace(/(?:e?x|poste|#).*$/i, '').replace(/\D/g, '').length
  return PHONE.test(value) && digits >= 5 && digits <= 15
}

/** An http or https address without a password in it. */
export const webAddress = (ask: Ask) =>
  question(oneLine(1, 500, 'invalid-web-address', isWebAddress), 'web-address', ask)

function isWebAddress(value: string): boolean {
  // URL forgives spaces and missing slashes; a person who follows the link should not have to.
  if (!/^https?:\/\/[^\s<>"\\]+$/iu.test(value)) return false
  const url = URL.parse(value)
  return url !== null && url.hostname.includes('.') && url.username === '' && url.password === ''
}

const ours = languageNames(LANGUAGES)

/** One of the languages in which the service speaks. */
export const language = (ask: Ask) => choice(ours, ask)

// The languages of OGP's members that an interpreter may be asked for, as BCP 47 tags; ils is International Sign.
const SPOKEN =
  'en fr es ar pt ils bg bs cs da de dv el et fa fi fil hr hy id it ja ka kk ko ky lt lv ' +
  'mg mk mn ms mt nb nl pl ro ru si sk sq sr sv sw ta tet tr uk ur uz zh'

const spoken = languageNames(SPOKEN.split(' '))

/** Languages that people speak at a meeting, up to five. */
export const spokenLanguages = (ask: Ask) => choices(spoken, { ...ask, max: 5 })
