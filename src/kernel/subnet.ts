import { isIP } from 'node:net'

/** Whether this is an IP address, or one with the length of its prefix, such as `10.0.0.0/8`. */
export function isSubnet(text: string): boolean {
  const [address = '', length, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128))
}
