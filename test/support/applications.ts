// A complete, valid payload of each form. Overrides replace top-level fields; undefined takes one out.
import { example as observer } from '../../src/forms/observer-interest/example.ts'
import { example as support } from '../../src/forms/support-request/example.ts'

type Payload = Record<string, unknown>

/** A civil society organisation in Sierra Leone asks to observe. */
export const observerApplication = (overrides: Payload = {}): Payload => changed(observer, overrides)

/** Kenya's Judiciary asks for support. */
export const supportRequest = (overrides: Payload = {}): Payload => changed(support, overrides)

function changed(payload: Payload, overrides: Payload): Payload {
  const entries = Object.entries({ ...structuredClone(payload), ...overrides })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}
