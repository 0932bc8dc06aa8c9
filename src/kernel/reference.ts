import { randomInt } from 'node:crypto'

/** Chance comes in from outside: returns a whole number from 0 up to, not including, `below`. */
export type Chance = (below: number) => number

export const systemChance: Chance = below => randomInt(below)

// Crockford's base 32: no I, L, O or U, so a reference survives being read out over a phone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 5

/**
 * A new reference such as `OBS-7K2M4`: the form's prefix and five characters, about 33 million to a form.
 * It can collide; the database's unique constraint decides, and `submissions/batch` draws again.
 * Source of the alphabet: https://www.crockford.com/base32.html
 */
export function newReference(prefix: string, chance: Chance): string {
  const characters = Array.from({ length: LENGTH }, () => ALPHABET[chance(ALPHABET.length)])
  return `${prefix}-${characters.join('')}`
}

/** What a reference looks like, for parameters of routes. */
export const REFERENCE_PATTERN = /^[A-Z]{3}-[0-9A-HJKMNP-TV-Z]{5}$/
