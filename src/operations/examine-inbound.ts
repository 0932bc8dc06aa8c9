// How answers to our emails come in.
import type { Config } from '../kernel/config.ts'
import { within } from '../kernel/shared-answer.ts'
import { openMailbox } from '../../workers/mailbox/open-mailbox.ts'
import { ok, problem, warning, type Finding } from './finding.ts'

const IMAP_MS = 20_000
const domainOf = (address: string) => address.slice(address.indexOf('@') + 1).toLowerCase()

/** Signs in to the mailbox and leaves without touching a message. */
export async function examineInbound({ inbound, mailFrom }: Config): Promise<Finding[]> {
  if (!inbound) return [ok('answers by email', 'Nobody reads them, and no email asks for any.')]
  const { replyAddress, imap, webhookSecret } = inbound
  const aligned =
    domainOf(replyAddress) === domainOf(mailFrom.address)
      ? ok('reply address', `${replyAddress}, with a tag for each case.`)
      : warning(
          'reply address',
          'Emails come back to another domain than they come from, which some servers take for forged.',
          'Give REPLY_ADDRESS the domain of MAIL_FROM, or sign that domain with DKIM and see that DMARC passes.',
        )
  const handedOver = webhookSecret ? [ok('mail handed over', 'A secret is set.')] : []
  if (!imap) return [aligned, ...handedOver]
  try {
    const mailbox = await within(IMAP_MS, openMailbox(imap))
    await mailbox.close()
    return [aligned, ...handedOver, ok('mailbox', 'The mail server lets us in, and the folder is there.')]
  } catch {
    const remedy =
      'Correct IMAP_URL: server, user, password, folder; or see that the server lets this machine in.'
    return [aligned, ...handedOver, problem('mailbox', 'It could not be opened.', remedy)]
  }
}
