import { isIP, isIPv6 } from 'node:net'

/** Whether this is an IP address, or one with the length of its prefix, such as `10.0.0.0/8`. */
export function isSubnet(text: string): boolean {
  const [address = '', length, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128))
}

/** Somebody's network: an IPv4 address, or the half of an IPv6 address that a provider gives to one customer. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip.replace(/^::ffff:/, '')
  const [head = '', tail] = ip.split('::')
  const groups = head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail?.split(':') ?? [])]
  return all
    .slice(0, 4)
    .map(group => group || '0')
    .join(':')
}
