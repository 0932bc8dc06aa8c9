// A mail server's report about an email of ours (RFC 3464), read field by field.
import type { DeliveryReport } from './incoming.ts'

interface Part {
  type: string
  content: Buffer
}

// A report is a few kilobytes; the message that it gives back may be long, but its header is not.
const LONGEST = 64 * 1024

/** One for each recipient that the report names; none where the parts hold no report. */
export function deliveryReports(parts: readonly Part[]): DeliveryReport[] {
  const status = parts.find(({ type }) => type === 'message/delivery-status')
  if (!status) return []
  const messageId = returnedMessageId(parts)
  return blocks(status.content.subarray(0, LONGEST).toString('latin1'))
    .filter(fields => fields.has('final-recipient') || fields.has('action'))
    .map(fields => ({
      action: actionOf(fields.get('action')),
      status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? '',
      recipients: ['original-recipient', 'final-recipient']
        .map(name => addressIn(fields.get(name)))
        .filter(address => address !== ''),
      messageId,
    }))
}

function returnedMessageId(parts: readonly Part[]): string | null {
  const returned = parts.find(({ type }) => /^(message\/rfc822|text\/rfc822-headers)/.test(type))
  const [header] = blocks(returned?.content.subarray(0, LONGEST).toString('latin1') ?? '')
  return /<([^<>\s]+)>/.exec(header?.get('message-id') ?? '')?.[1] ?? null
}

// Groups of header lines with empty lines between them; folded lines are one.
function blocks(text: string): Map<string, string>[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(block => {
      const lines = block.replace(/\n[ \t]+/g, ' ').split('\n')
      const fields = lines.flatMap((line): [string, string][] => {
        const [, name = '', value = ''] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? []
        return name === '' ? [] : [[name.toLowerCase(), value.trim()]]
      })
      return new Map(fields)
    })
}

function actionOf(value = ''): DeliveryReport['action'] {
  const [action = ''] = /^\w+/.exec(value.toLowerCase()) ?? []
  return action === 'failed' || action === 'delayed' ? action : 'other'
}

/** `rfc822; <Person@Example.org>` as `person@example.org`. */
const addressIn = (value = ''): string =>
  value
    .replace(/^[^;]*;/, '')
    .replace(/[<>\s]/g, '')
    .toLowerCase()
