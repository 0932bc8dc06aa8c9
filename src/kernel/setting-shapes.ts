// The shapes that settings come in; each message says what to give instead.
import { z } from 'zod'

export const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .refine(
      value => /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= to,
      `give a whole number from ${from} to ${to}`,
    )
    .transform(Number)
export const port = wholeNumber(0, 65_535)
export const oneOf = <const Word extends string>(...words: Word[]) =>
  z.enum(words, { error: `give one of ${words.join(', ')}` })
export const url = (...protocols: string[]) =>
  z.string().refine(
    value => {
      const parsed = URL.parse(value)
      return parsed !== null && protocols.includes(parsed.protocol) && parsed.hostname !== ''
    },
    `give an address that begins with ${protocols.map(protocol => `${protocol}//`).join(' or ')}`,
  )
export const list = (fits: (part: string) => boolean, remedy: string) =>
  z.string().refine(value => value.split(',').every(fits), remedy)

/** An address with a grammar of its own, whose reader throws an error that says the remedy. */
export const readBy = (read: (value: string) => unknown) =>
  z.string().superRefine((value, context) => {
    try {
      read(value)
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message.replace(/\.$/, '') })
    }
  })

export function isJsonObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
