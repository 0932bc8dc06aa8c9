// When two names, or a name and an email domain, are taken for one organisation.

/** A name without case, accents and punctuation; empty where nothing is left. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export const sameName = (one: string, other: string): boolean =>
  plainName(one) !== '' && plainName(one) === plainName(other)

/** Whether a name or domain says which organisation is meant: it has letters or digits and is no public mail provider's. */
export const meansOrganisation = (value: string): boolean =>
  plainName(value) !== '' && !MAIL_PROVIDERS.has(value.trim().toLowerCase())

/** Whether the applicant's domain is the given one or lies under it: `justice.gov.ke` under `gov.ke`. */
export function underDomain(applicants: string, domain: string): boolean {
  const theirs = applicants.toLowerCase()
  const ours = domain.toLowerCase()
  if (!DOMAIN.test(ours) || MAIL_PROVIDERS.has(ours)) return false
  return theirs === ours || theirs.endsWith(`.${ours}`)
}

const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/

// Everybody has an address there: sharing one says nothing about an organisation.
const MAIL_PROVIDERS = new Set([
  'aol.com',
  'free.fr',
  'gmail.com',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hotmail.com',
  'hotmail.es',
  'hotmail.fr',
  'icloud.com',
  'laposte.net',
  'live.com',
  'mail.com',
  'mail.ru',
  'me.com',
  'msn.com',
  'naver.com',
  'orange.fr',
  'outlook.com',
  'outlook.es',
  'outlook.fr',
  'pm.me',
  'proton.me',
  'protonmail.com',
  'qq.com',
  'rediffmail.com',
  'tutanota.com',
  'web.de',
  'yahoo.co.uk',
  'yahoo.com',
  'yahoo.com.br',
  'yahoo.es',
  'yahoo.fr',
  'yandex.com',
  'yandex.ru',
  'ymail.com',
  'zoho.com',
  '163.com',
])
