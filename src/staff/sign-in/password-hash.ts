// Argon2id with the parameters that OWASP recommends, kept as a PHC string so that they can be raised later.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const argon = promisify(argon2)

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, 2 passes, 1 lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const TAG_LENGTH = 32

/** Of a password, as `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive(password, nonce, COST)
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encoded(nonce)}$${encoded(tag)}`
}

/** Whether it is the password of the hash. Without a hash it takes as long, and is not. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const parsed = PHC.exec(hash ?? DECOY)?.groups
  if (!parsed) throw new Error('A stored password hash cannot be read.')
  const { m, t, p, salt = '', tag = '' } = parsed
  const expected = Buffer.from(tag, 'base64')
  const cost = { memory: Number(m), passes: Number(t), parallelism: Number(p) }
  const derived = await derive(password, Buffer.from(salt, 'base64'), cost)
  return timingSafeEqual(derived, expected) && hash !== undefined
}

const PHC = /^\$argon2id\$v=19\$m=(?<m>\d+),t=(?<t>\d+),p=(?<p>\d+)\$(?<salt>[\w+/]+)\$(?<tag>[\w+/]+)$/
const encoded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
const DECOY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${encoded(Buffer.alloc(16))}$${encoded(Buffer.alloc(TAG_LENGTH))}`

// The same letters can be typed as different characters on different keyboards.
const derive = (password: string, nonce: Buffer, cost: typeof COST): Promise<Buffer> =>
  argon('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: TAG_LENGTH, ...cost })
