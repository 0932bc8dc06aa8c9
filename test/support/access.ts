import type { Access } from '../../src/staff/access.ts'

/** How people get in where a test does not say otherwise. */
export const ACCESS: Access = {
  publicUrl: 'https://intake.example',
  idleHours: 8,
  longestDays: 7,
  secondFactorRoles: [],
}
