// What a message that came in says of itself, before anybody believes it.

/** Why a message counts as written by a machine: it is kept and counted, and changes nothing. */
export const AUTOMATIC_KINDS = [
  'auto-submitted',
  'bulk',
  'calendar',
  'no-return-path',
  'receipt',
  'sent-by-machine',
  'vacation',
] as const
export type AutomaticKind = (typeof AUTOMATIC_KINDS)[number]

export interface IncomingFile {
  /** As the sender named it; empty where it has no name. */
  name: string
  type: string
  content: Buffer
}

/** What a mail server reports about one message of ours to one recipient (RFC 3464). */
export interface DeliveryReport {
  action: 'failed' | 'delayed' | 'other'
  /** RFC 3463, such as `5.1.1`; empty where the server names none. */
  status: string
  /** In lower case; those that the report names, the original one first. */
  recipients: string[]
  /** Of our message, without the brackets; null where the report does not give it back. */
  messageId: string | null
}

export interface Incoming {
  /** Without the brackets. */
  messageId: string | null
  /** What it says that it answers: In-Reply-To, then References from the newest on. */
  answers: string[]
  /** The one author, the address in lower case; none where there is none, or several. */
  from: { address: string; name: string } | null
  /** All addresses by which it may have come here, in lower case. */
  recipients: string[]
  subject: string
  /** Its text, quotes and signature included: as much of it as anybody reads. */
  text: string
  /** The text goes on in the message as it came. */
  goesOn: boolean
  files: IncomingFile[]
  automatic: AutomaticKind | null
  reports: DeliveryReport[]
  /** It carries the mark that every email of ours has. */
  isOurs: boolean
  /** A mail server on its way has found that the author's address is not the author's (DMARC). */
  isForged: boolean
}
