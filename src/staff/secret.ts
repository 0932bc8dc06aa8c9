import { createHash, randomBytes } from 'node:crypto'

/** 256 bits of chance, for an address or a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a secret that has enough chance in it: SHA-256 in hex. A slow hash would add nothing. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
