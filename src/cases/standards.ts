// The versions of the service standard, and which one is in force at a moment. Pure.
import { canonicalJson } from '../events/hash-chain.ts'
import type { ServiceStandard } from './service-standard.ts'

/** A standard with the version that it is. */
export interface PublishedStandard extends ServiceStandard {
  readonly version: number
  readonly inForceFrom: Date
}

/** The standard that is in force at a moment. */
export type StandardAt = (moment: Date) => PublishedStandard

/** In the order of versions; never empty. */
export type Standards = readonly [PublishedStandard, ...PublishedStandard[]]

/**
 * The latest version that had come into force by then; the first for all that was before it. A version that was
 * published later takes the place of one that was to come into force at the same time or after it.
 */
export const standardIn = (standards: Standards, moment: Date): PublishedStandard =>
  standards.findLast(({ inForceFrom }) => inForceFrom <= moment) ?? standards[0]

/** Whether the two differ in anything but their version. */
export const isAnother = (one: ServiceStandard, other: ServiceStandard): boolean =>
  canonicalJson(bare(one)) !== canonicalJson(bare(other))

const bare = (standard: ServiceStandard): Record<string, unknown> => ({
  ...standard,
  version: undefined,
  inForceFrom: undefined,
})
