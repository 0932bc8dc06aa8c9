/** A person's or a service's mailbox. Both parts stay apart all the way to the mail library, which encodes them. */
export interface Mailbox {
  name: string
  address: string
}

/** A header that stands in every email of ours. */
export const OWN_MARK = 'X-Justice-Intake'

/** One email to one address, ready but for its encoding. */
export interface OutgoingMessage {
  to: Mailbox
  replyTo?: Mailbox
  /** The envelope's sender, to whom a mail server reports; the mailer's own address otherwise. */
  returnPath?: string
  subject: string
  text: string
  html: string
  /** Derived from the delivery and the same at every attempt, so that a message sent twice can be recognised: `id@domain`. */
  messageId: string
  headers: Readonly<Record<string, string>>
  /** BCP 47 tag of the text. */
  language: string
  date: Date
}

// RFC 5321 (4.5.3.1): 64 octets before the @, 255 after it, 254 in all by the limit on paths.
const ADDRESS = /^[^\s\p{Cc}@<>()[\]\\,;:"]{1,64}@[^\s\p{Cc}@<>()\\,;:"]{1,255}$/u

/** Whether an address can stand in an SMTP command as it is. Quoted local parts are legal but nobody has one. */
export const isSendable = (address: string): boolean => address.length <= 254 && ADDRESS.test(address)
