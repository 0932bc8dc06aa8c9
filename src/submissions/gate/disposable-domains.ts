// Domains that give anybody an address for some minutes. The list: github.com/disposable-email-domains, in the public domain (CC0).
import { disposableEmailBlocklistSet } from 'disposable-email-domains-js'

// Read when it is asked for the first time: a start need not wait for nine thousand names.
let listed: ReadonlySet<string> | undefined

/** Whether the domain, or one that it belongs to, is on the list. */
export function isDisposable(domain: string): boolean {
  listed ??= disposableEmailBlocklistSet()
  const labels = domain.toLowerCase().split('.')
  for (let from = 0; from < labels.length - 1; from += 1) {
    if (listed.has(labels.slice(from).join('.'))) return true
  }
  return false
}
