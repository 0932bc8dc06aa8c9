// When a page was opened, carried by the page itself, sealed: nobody can say that it was earlier.
import type { KeyObject } from 'node:crypto'
import { isSealOf, sealOf } from './key.ts'

const DAY_MS = 86_400_000

export const sealMoment = (key: KeyObject, form: string, at: Date): string => {
  const millis = at.getTime().toString(36)
  return `${millis}.${sealOf(key, `opened ${form} ${millis}`)}`
}

/** The moment, if we sealed it for this form within the last day; none else. */
export function openMoment(key: KeyObject, form: string, sealed: string, now: Date): Date | undefined {
  const [millis = '', seal = '', ...more] = sealed.split('.')
  if (more.length > 0 || !/^[0-9a-z]{1,10}$/.test(millis)) return undefined
  if (!isSealOf(key, `opened ${form} ${millis}`, seal)) return undefined
  const at = new Date(Number.parseInt(millis, 36))
  return at > now || now.getTime() - at.getTime() > DAY_MS ? undefined : at
}
