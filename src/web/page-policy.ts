// What a page may load and run (Content Security Policy, https://www.w3.org/TR/CSP3/): from here only, and nothing inline.
import { createHash } from 'node:crypto'

/**
 * The policy of a page. `styles` are the values of style attributes that it may have all the same, each let in by its hash:
 * a letter that is shown in a frame has no other way to look like itself, as its frame has the policy of the page around it.
 */
export function pagePolicy(styles: readonly string[] = []): string {
  const hashes = styles.map(style => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  const ownStyles = hashes.length > 0 ? ` 'unsafe-hashes' ${hashes.join(' ')}` : ''
  return `default-src 'none'; style-src 'self'${ownStyles}; script-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`
}

/** The values of all style attributes of a document of ours, each once. */
export const stylesIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/ style="([^"]*)"/g)].map(([, style = '']) => style)),
]
