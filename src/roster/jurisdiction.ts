import type { Region } from '../kernel/regions.ts'

export const LEVELS = ['national', 'local'] as const
export type Level = (typeof LEVELS)[number]

/**
 * A member's standing in OGP. Suspension and inactivity come from OGP's Response Policy and procedural review.
 * Source: https://opengovpartnership.org/glossary/member
 */
export const STATUSES = ['active', 'under-review', 'inactive', 'suspended', 'withdrawn'] as const
export type Status = (typeof STATUSES)[number]

/** A country or territory: ISO 3166-1 alpha-2, and XK for Kosovo. */
export interface Country {
  code: string
  region: Region
}

/** A national or local OGP member, present or former. A local member is not its country. */
export interface Jurisdiction {
  /** A slug: `kenya`, `buenos-aires-argentina`. */
  id: string
  /** As OGP writes it; a local member with its country after the last comma. */
  name: string
  level: Level
  country: string
  region: Region
  status: Status
  aliases: readonly string[]
  /** What could not be confirmed, in a sentence. */
  uncertain: string | null
}

/** Who is invited to meetings of the Coalition from a day on: the rule in force and the list. */
export interface RosterVersion {
  id: string
  /** The first day (UTC) on which this version holds: `2025-04-01`, or `2025-04` for the first of that month. */
  asOf: string
  rule: string
  source: string
  entries: readonly RosterEntry[]
}

export interface RosterEntry {
  jurisdiction: string
  /** Which part of the rule the member meets: `implementing`, `open-gov-challenge`. */
  basis: string
}
