// Messages of the shapes that mail programs and servers send, written for these tests. `{{reply}}` stands for the address that
// they answer to and `{{original}}` for the Message-ID of the email that they answer.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'mails')

export const CORPUS = readdirSync(folder)
  .filter(name => name.endsWith('.eml'))
  .map(name => name.slice(0, -'.eml'.length))
  .toSorted()

/** The message with these in place, its lines ended as on the wire; `changes` replaces any other words. */
export function mailOf(
  name: string,
  { reply, original }: { reply: string; original: string },
  changes: Readonly<Record<string, string>> = {},
): Buffer {
  let text = readFileSync(join(folder, `${name}.eml`), 'latin1')
    .replaceAll('{{reply}}', reply)
    .replaceAll('{{original}}', original)
  for (const [found, replacement] of Object.entries(changes)) text = text.replaceAll(found, replacement)
  return Buffer.from(text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'), 'latin1')
}
