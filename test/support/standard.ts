import type { ServiceStandard } from '../../src/cases/service-standard.ts'
import type { StandardAt } from '../../src/cases/standards.ts'

/** One standard that was in force from the beginning, as version 1. */
export const always = (standard: ServiceStandard): StandardAt => {
  const published = { ...standard, version: 1, inForceFrom: new Date('2020-01-01T00:00:00Z') }
  return () => published
}
