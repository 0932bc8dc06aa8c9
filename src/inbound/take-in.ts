// One message that is stored becomes what it is: an answer, a message, the end of an email of ours, or something for a person.
import { and, eq, getTableColumns } from 'drizzle-orm'
import { answerByApplicant, writeByApplicant } from '../cases/applicant/said.ts'
import type { CaseRow } from '../cases/define-step.ts'
import { claimDocuments } from '../documents/claim.ts'
import type { DocumentDeps } from '../documents/keep-document.ts'
import type { Tx } from '../kernel/database.ts'
import type { Chance } from '../kernel/reference.ts'
import { inboundMailTaken } from '../kernel/metrics.ts'
import { oneLine } from '../notifications/clean.ts'
import type { Replies } from '../notifications/reply-address.ts'
import { claimMail, postponeMail, type ClaimedMail } from './claim-mail.ts'
import { judge, takesForms, type Verdict } from './judge.ts'
import { keepFiles, type KeptFiles } from './keep-files.ts'
import { lookUp, type StoredMail } from './look-up.ts'
import { sortFiles, type FilesOfMail } from './offline/form-files.ts'
import { takeForms, type TakingForms } from './offline/take-forms.ts'
import { settleReports } from './settle-reports.ts'
import type { Incoming } from './reading/incoming.ts'
import { readMail } from './reading/read-mail.ts'
import { inboundMail } from './tables.ts'
import { saidIn } from './said-in.ts'

export interface TakingIn extends DocumentDeps, TakingForms {
  replies: Replies
  chance: Chance
}

/** After so many attempts that ended in an error, or in the end of the process, a person has to look at it. */
const MOST_ATTEMPTS = 5

/** Takes in what waits, the oldest first. Returns how many messages it was. */
export async function takeInMail(deps: TakingIn): Promise<number> {
  let taken = 0
  for (let claim = await claimMail(deps.db); claim; claim = await claimMail(deps.db)) {
    await takeInOne(deps, claim)
    taken += 1
  }
  return taken
}

async function takeInOne(deps: TakingIn, claim: ClaimedMail): Promise<void> {
  const { db, log, chance } = deps
  try {
    const verdict = await verdictOn(deps, claim)
    if (!verdict) return
    const { state, reason } = verdict
    inboundMailTaken.inc({ outcome: state, reason: reason ?? '' })
    log.info({ mail: claim.id, state, reason, attempt: claim.attempts }, 'mail taken in')
  } catch (error) {
    log.warn({ mail: claim.id, attempt: claim.attempts, err: error }, 'mail not taken in; it is tried again')
    await postponeMail(db, claim, { chance, error })
  }
}

async function verdictOn(deps: TakingIn, claim: ClaimedMail): Promise<Verdict | undefined> {
  const { db } = deps
  const read = claim.attempts > MOST_ATTEMPTS ? undefined : await readMail(claim.raw).catch(() => undefined)
  if (!read) {
    const reason = claim.attempts > MOST_ATTEMPTS ? 'failed' : 'unreadable'
    return db.transaction(tx => setAside(tx, deps, claim.id, reason))
  }
  const { forms, others } = sortFiles(read.files, deps.forms)
  const mail = { ...read, files: others, forms }
  // Looked at first without consequences: only the files of what counts are kept.
  const expected = await db.transaction(async tx => {
    const stored = await held(tx, claim.id)
    return stored && judge(mail, (await lookUp(tx, stored, mail, deps.replies, forms.length)).known)
  })
  const counts = expected && ['answer', 'message', 'form'].includes(expected.state)
  const files = counts ? await keepFiles(deps, mail.files) : { kept: [], refused: [] }
  return db.transaction(tx => settle(tx, deps, claim.id, mail, files))
}

async function settle(
  tx: Tx,
  deps: TakingIn,
  id: string,
  mail: ReadMail,
  files: KeptFiles,
): Promise<Verdict | undefined> {
  const stored = await held(tx, id)
  if (!stored) return undefined
  const { known, theCase, answered } = await lookUp(tx, stored, mail, deps.replies, mail.forms.length)
  const verdict = judge(mail, known)
  const { state } = verdict
  if ((state === 'answer' || state === 'message') && theCase) {
    await applicantSays(tx, deps, { state, theCase, files, words: saidIn(mail, answered[0]?.text) })
  }
  const reason = await formsBegin(tx, deps, id, mail, { verdict, theCase, files })
  const told =
    state === 'bounce' ? await settleReports(tx, mail.reports, deps.clock.now()) : { ...verdict, reason }
  if (told === 'later') throw new Error('An email of ours came back before it was settled.')
  return write(tx, deps, id, told, { sender: mail.from?.address ?? '', subject: oneLine(mail.subject) })
}

type ReadMail = Incoming & Pick<FilesOfMail, 'forms'>

/** Returns the reason that is kept with the message. Whatever a case does not take goes with the form. */
async function formsBegin(
  tx: Tx,
  deps: TakingIn,
  mailId: string,
  { forms, from }: ReadMail,
  { verdict, theCase, files }: { verdict: Verdict; theCase: CaseRow | undefined; files: KeptFiles },
): Promise<Verdict['reason']> {
  if (forms.length === 0 || from === null || !takesForms(verdict)) return verdict.reason
  const refused = await takeForms(tx, deps, {
    mailId,
    sender: from.address,
    language: theCase?.language ?? 'en',
    files: forms,
    documents: verdict.state === 'form' ? files.kept : [],
    now: deps.clock.now(),
  })
  return verdict.state === 'form' && refused !== null ? `form-${refused}` : verdict.reason
}

interface Said {
  state: 'answer' | 'message'
  theCase: CaseRow
  words: string
  files: KeptFiles
}

async function applicantSays(
  tx: Tx,
  { clock, standard }: TakingIn,
  { state, theCase, words, files: { kept, refused } }: Said,
): Promise<void> {
  const caseId = theCase.id
  const lost = await claimDocuments(
    tx,
    kept.map(documentId => ({ documentId, caseId })),
  )
  if (lost.length > 0) throw new Error('A file of the message was removed meanwhile.')
  const from = { at: clock.now(), way: 'email', documents: kept, refusedFiles: refused } as const
  if (state === 'answer') await answerByApplicant(tx, { ...from, caseId, answer: words, standard })
  else await writeByApplicant(tx, theCase, { ...from, message: words })
}

const setAside = (tx: Tx, deps: TakingIn, id: string, reason: 'unreadable' | 'failed') =>
  write(tx, deps, id, { state: 'quarantined', reason, caseId: null }, { sender: '', subject: '' })

async function write(
  tx: Tx,
  { clock }: TakingIn,
  id: string,
  verdict: Verdict,
  shown: { sender: string; subject: string },
): Promise<Verdict | undefined> {
  const written = await tx
    .update(inboundMail)
    .set({ ...verdict, ...shown, settledAt: clock.now(), lastError: null })
    .where(and(eq(inboundMail.id, id), eq(inboundMail.state, 'waiting')))
    .returning({ id: inboundMail.id })
  return written.length > 0 ? verdict : undefined
}

/** The row without its bytes, held until the transaction ends; none where somebody else has settled it. */
async function held(tx: Tx, id: string): Promise<Omit<StoredMail, 'raw'> | undefined> {
  const [row] = await tx
    .select(columns)
    .from(inboundMail)
    .where(and(eq(inboundMail.id, id), eq(inboundMail.state, 'waiting')))
    .for('update')
  return row
}

const { raw: _raw, ...columns } = getTableColumns(inboundMail)
