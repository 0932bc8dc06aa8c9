// The words of signing in, as the database knows them.

/**
 * How far somebody has come: a second factor is asked for, or has to be set up because a role requires it; `open` is signed in.
 */
export const STAGES = ['second-factor', 'set-up', 'open'] as const
export type Stage = (typeof STAGES)[number]

/** How somebody showed who they are. `link`: they read the mail of their address. */
export const FACTORS = [
  'link',
  'password',
  'code',
  'recovery-code',
  'passkey',
  'single-sign-on',
  'single-sign-on-mfa',
] as const
export type Factor = (typeof FACTORS)[number]

/**
 * Those that count as a second factor. A passkey is two in one: the device, and the finger or PIN that opens it; and so is an
 * identity provider that says it asked for several.
 */
const SECOND_FACTORS = [
  'code',
  'recovery-code',
  'passkey',
  'single-sign-on-mfa',
] as const satisfies readonly Factor[]
export const isSecondFactor = (factor: Factor): boolean => SECOND_FACTORS.some(one => one === factor)

/** What a passkey signs for: to come in, to show once more who it is, or to be added to an account. */
export const CHALLENGE_PURPOSES = ['sign-in', 'prove', 'add'] as const
export type ChallengePurpose = (typeof CHALLENGE_PURPOSES)[number]

/** What a mailed link is for; it is good for nothing else. `confirm`: once more, in a session that is open. */
export const LINK_PURPOSES = ['sign-in', 'invitation', 'confirm'] as const
export type LinkPurpose = (typeof LINK_PURPOSES)[number]
