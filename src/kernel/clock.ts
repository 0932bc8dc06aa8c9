// Time comes in from outside, so that a test can move it. Leases and expiry use the database's clock instead.
export interface Clock {
  /** The present moment. */
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
