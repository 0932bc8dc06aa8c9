import type { Access } from '../access.ts'

/** For whom a passkey is good: the host of the service's public address, and pages of that address alone. */
export function relyingParty({ publicUrl }: Access): { id: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl)
  return { id: hostname, origin }
}
