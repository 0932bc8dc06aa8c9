// The identity provider of the organisation (OpenID Connect): the authorization code flow with PKCE, state and nonce.
import * as client from 'openid-client'
import { Problem } from '../../kernel/problem.ts'
import { isLoopback } from '../../kernel/loopback.ts'
import type { OidcSettings } from '../access.ts'
import type { Attempt } from './attempts.ts'

const SECONDS = 5
const DISCOVERED_FOR_MS = 3_600_000
const AWAY =
  'The identity provider does not answer. Have a link sent to you instead, or try again in a few minutes.'
const NOT_CONFIRMED =
  'The identity provider did not confirm who you are. Try again, or have a link sent to you instead.'

/** Who somebody is by the provider's word. */
export interface Identity {
  issuer: string
  subject: string
  /** In lower case; none unless the provider says that it is verified. */
  email: string | undefined
  /** Whether the provider asked for several factors: `mfa` among the methods that it names (RFC 8176). */
  multiFactor: boolean
}

export interface Provider {
  /** Where to send the browser, and what it has to bring back. Throws `temporarily-unavailable`. */
  begin: (now: Date) => Promise<Omit<Attempt, 'next'> & { url: string }>
  /** Asks the provider who came back to `url`. Throws `not-permitted` and `temporarily-unavailable`. */
  identify: (url: URL, attempt: Omit<Attempt, 'next'>, now: Date) => Promise<Identity>
}

/** Nothing is asked of the provider before somebody wants to sign in: it may be away when the service starts. */
export function providerOf(settings: OidcSettings, redirectUri: string): Provider {
  let discovered: { at: number; configuration: client.Configuration } | undefined

  async function configured(now: Date): Promise<client.Configuration> {
    if (discovered && now.getTime() - discovered.at < DISCOVERED_FOR_MS) return discovered.configuration
    const configuration = await discover(settings).catch((cause: unknown) => {
      // What was true an hour ago is likely still true.
      if (discovered) return discovered.configuration
      throw new Problem('temporarily-unavailable', AWAY, { cause, retryAfterSeconds: 60 })
    })
    discovered = { at: now.getTime(), configuration }
    return configuration
  }

  return {
    async begin(now) {
      const configuration = await configured(now)
      const state = client.randomState()
      const nonce = client.randomNonce()
      const codeVerifier = client.randomPKCECodeVerifier()
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid email',
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { url: url.href, state, nonce, codeVerifier }
    },
    async identify(url, { state, nonce, codeVerifier }, now) {
      const configuration = await configured(now)
      try {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier }
        const tokens = await client.authorizationCodeGrant(configuration, url, checks)
        const claims = tokens.claims()
        if (!claims) throw new Problem('not-permitted', NOT_CONFIRMED)
        // Many providers tell the address only here.
        const told =
          claims['email'] === undefined
            ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
            : claims
        return {
          issuer: claims.iss,
          subject: claims.sub,
          email: told['email_verified'] === true ? addressIn(told['email']) : undefined,
          multiFactor: Array.isArray(claims['amr']) && claims['amr'].includes('mfa'),
        }
      } catch (cause) {
        throw isAway(cause)
          ? new Problem('temporarily-unavailable', AWAY, { cause, retryAfterSeconds: 60 })
          : new Problem('not-permitted', NOT_CONFIRMED, { cause })
      }
    },
  }
}

/** Reads what the provider says of itself. Throws when it does not answer or is another one. */
export async function discover({
  issuer,
  clientId,
  clientSecret,
}: OidcSettings): Promise<client.Configuration> {
  // Deprecated to stand out: it is for a provider on this very machine.
  // oxlint-disable-next-line typescript/no-deprecated
  const plain = isLoopback(new URL(issuer).hostname) ? [client.allowInsecureRequests] : []
  return client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: SECONDS,
    execute: [...plain, client.enableNonRepudiationChecks],
  })
}

const addressIn = (email: unknown) => (typeof email === 'string' ? email.trim().toLowerCase() : undefined)

// What fetch throws when nobody is there, and what the client throws when nobody answers in time.
const isAway = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof client.ClientError && error.code === 'OAUTH_TIMEOUT')
