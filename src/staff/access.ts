// How people get in, as the settings of the deployment say.
import { isLoopback } from '../kernel/loopback.ts'
import type { Role } from './roles.ts'

export interface Access {
  /** Where people reach the service; no slash at the end. */
  publicUrl: string
  /** A session ends after so long without a request, and at the latest so long after it began. */
  idleHours: number
  longestDays: number
  /** Who holds one of these has to have a second factor. */
  secondFactorRoles: readonly Role[]
  /** The identity provider of the organisation, if it has one. */
  oidc?: OidcSettings | undefined
}

export interface OidcSettings {
  issuer: string
  clientId: string
  clientSecret: string
}

/** Whether the service is reached on the machine it runs on, where a browser trusts plain HTTP. */
export const isLocal = ({ publicUrl }: Access): boolean => isLoopback(new URL(publicUrl).hostname)

export const requiresSecondFactor = ({ secondFactorRoles }: Access, roles: readonly Role[]): boolean =>
  roles.some(role => secondFactorRoles.includes(role))
