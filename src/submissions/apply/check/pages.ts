// The end of every form: check your answers, declare, send; then the reference and what happens next.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { isConnectionLoss } from '../../../kernel/connection-loss.ts'
import type { Language } from '../../../kernel/languages.ts'
import { Problem } from '../../../kernel/problem.ts'
import { nextStep } from '../../../cases/next-step.ts'
import { openedCase } from '../../../cases/opened-case.ts'
import type { StandardAt } from '../../../cases/standards.ts'
import { addWorkingDays } from '../../../cases/working-days.ts'
import type { Form } from '../../../forms/define-form.ts'
import { checkTyped } from '../../../forms/paging/check-typed.ts'
import { pagedForm } from '../../../forms/paging/split-pages.ts'
import { answersTyped, type Typed } from '../../../forms/paging/typed.ts'
import { LANGUAGE_PATH } from '../../../web/site/language-path.ts'
import { sendSitePage } from '../../../web/site/site-page.ts'
import { typedInto, type Draft } from '../../drafts/drafts.ts'
import { keepPage } from '../../drafts/keep-page.ts'
import { submitDraft } from '../../drafts/submit-draft.ts'
import type { Arrival, Gate } from '../../gate/gate.ts'
import { proofPage } from '../../gate/proof-page.ts'
import type { Intake } from '../../intake.ts'
import { filesOfDraft } from '../draft-files.ts'
import type { ApplyDeps } from '../apply-deps.ts'
import { beginWith, draftOf, isByScript, sendLost, sendToScript } from '../pages.ts'
import { postedTo } from '../posted.ts'
import { askedPages, draftPath } from '../way.ts'
import { APPLY_WORDS } from '../words.ts'
import { checkPage } from './check-page.ts'

interface CheckDeps extends ApplyDeps {
  intake: Intake
  gate: Gate
  standard: StandardAt
  contactEmail: string
}
type CheckRequest = FastifyRequest<{ Params: { language: Language; draft: string } }>

const SLUG = 'check'

export const checkPages =
  (deps: CheckDeps): FastifyPluginAsync =>
  async app => {
    const config = { policy: 'public' } as const
    const onRequest = async (request: FastifyRequest) => deps.gate.admitNetwork(request.ip)
    for (const form of deps.forms) {
      const url = `${LANGUAGE_PATH}/${form.name}/:draft`
      app.get(`${url}/check`, { config }, async (request, reply) =>
        showCheck(deps, form, request as CheckRequest, reply),
      )
      app.post(`${url}/check`, { config, onRequest }, async (request, reply) =>
        takeCheck(deps, form, request as CheckRequest, reply),
      )
      app.get(`${url}/sent`, { config }, async (request, reply) =>
        showSent(deps, form, request as CheckRequest, reply),
      )
    }
  }

async function showCheck(deps: CheckDeps, form: Form, request: CheckRequest, reply: FastifyReply) {
  const draft = await draftOf(deps, form, request)
  if (!draft) return sendLost(reply, request, form)
  if (draft.caseId !== null) return toSent(form, request, reply)
  return send(deps, form, request, reply, draft, { revision: revisionOf(draft) })
}

async function takeCheck(deps: CheckDeps, form: Form, request: CheckRequest, reply: FastifyReply) {
  const { language } = request.params
  const { fields, revision, wish } = postedTo(pagedForm(form).closing, request.body)
  const draft = await draftOf(deps, form, request)
  if (!draft && isByScript(request)) return sendToScript(reply, { outcome: 'closed' })
  if (!draft) {
    const id = await beginWith(deps, reply, form, language, { [SLUG]: fields })
    return reply.redirect(draftPath(language, form, id, SLUG), 303)
  }
  const now = deps.clock.now()
  const kept = await keepPage(deps.db, { draftId: draft.id, slug: SLUG, fields, revision, language, now })
  // Before it is sent by a person.
  if (isByScript(request)) return sendToScript(reply, kept)
  if (kept.outcome === 'closed') return toSent(form, request, reply)
  const typed = { ...typedInto(draft.pages), ...fields }
  const elsewhere = kept.outcome === 'changed-elsewhere'
  const shown = { typed, revision: elsewhere ? kept.theirs.revision : kept.revision }
  if (elsewhere) return send(deps, form, request, reply, draft, { ...shown, notice: 'changedElsewhere' }, 409)
  if (wish.to === 'language') return reply.redirect(draftPath(wish.language, form, draft.id, SLUG), 303)
  if (wish.to === 'later') return reply.redirect(draftPath(language, form, draft.id, 'return'), 303)
  if (wish.to === 'back')
    return reply.redirect(
      draftPath(language, form, draft.id, askedPages(form, typed).at(-1)?.slug ?? SLUG),
      303,
    )
  const files = await filesOfDraft(deps.db, form, draft.id)
  const { answers, errors } = checkTyped(
    form,
    { ...typed, ...files.typed },
    { ...(await circumstances(deps, language)), isUpload: files.isUpload },
  )
  if (errors) return send(deps, form, request, reply, draft, { ...shown, tried: true }, 422)
  const { proof, ...arrival } = arrivalOf(request.body, draft)
  try {
    const facts = form.facts(answers)
    deps.gate.admitContact(facts)
    await deps.gate.requireWork(form.name, proof, isSame(draft.confirmedEmail, facts.contactEmail))
    await submitDraft(deps, form, draft.id, answers, arrival)
  } catch (error) {
    if (error instanceof Problem && error.code === 'proof-needed') {
      const hidden = { ...fields, revision: String(shown.revision), opened: arrival.opened }
      const context = proofPage(error, {
        language,
        hidden,
        returnPath: draftPath(language, form, draft.id, 'return'),
      })
      return sendSitePage(reply, request, 'submissions/gate/views/proof.njk', context, error.status)
    }
    if (isUnavailable(error))
      return send(deps, form, request, reply, draft, { ...shown, notice: 'notSaved' }, 503)
    throw error
  }
  return toSent(form, request, reply)
}

const isSame = (confirmed: string | null, given: string) => confirmed?.toLowerCase() === given.toLowerCase()

/** How the page was sent, as the gate wants to know it. */
function arrivalOf(
  body: unknown,
  { beganAt }: Draft,
): Arrival & { opened: string; proof: string | undefined } {
  const { homepage, opened, proof } = (body ?? {}) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    onPages: true,
    trap: text(homepage),
    opened: text(opened),
    startedAt: beganAt,
    proof: text(proof) || undefined,
  }
}

const isUnavailable = (error: unknown) =>
  isConnectionLoss(error) || (error instanceof Problem && error.code === 'temporarily-unavailable')

const toSent = (form: Form, { params }: CheckRequest, reply: FastifyReply) =>
  reply.redirect(draftPath(params.language, form, params.draft, 'sent'), 303)

const revisionOf = (draft: Draft) => draft.pages[SLUG]?.revision ?? 0

async function circumstances({ reference, clock }: CheckDeps, language: Language) {
  const members = await reference.current()
  return { language, now: clock.now(), isJurisdiction: (id: string) => members.isJurisdiction(id) }
}

async function send(
  deps: CheckDeps,
  form: Form,
  request: CheckRequest,
  reply: FastifyReply,
  draft: Draft,
  shown: { typed?: Typed; revision: number; tried?: boolean; notice?: 'notSaved' | 'changedElsewhere' },
  status = 200,
) {
  const { language } = request.params
  const files = await filesOfDraft(deps.db, form, draft.id)
  const typed = { ...(shown.typed ?? typedInto(draft.pages)), ...files.typed }
  const known = { ...(await circumstances(deps, language)), isUpload: files.isUpload }
  const { errors = [] } = checkTyped(form, typed, known)
  const context = checkPage({
    form,
    draftId: draft.id,
    language,
    reference: await deps.reference.current(),
    errors,
    tried: false,
    answers: files.named(answersTyped(form, typed)),
    ...shown,
    typed,
  })
  const opened = deps.gate.seal(form.name)
  return sendSitePage(reply, request, 'submissions/apply/views/check.njk', { ...context, opened }, status)
}

async function showSent(deps: CheckDeps, form: Form, request: CheckRequest, reply: FastifyReply) {
  const { language } = request.params
  const draft = await draftOf(deps, form, request)
  if (!draft) return sendLost(reply, request, form)
  const opened = draft.caseId === null ? undefined : await openedCase(deps.db, draft.caseId)
  if (!opened) return reply.redirect(draftPath(language, form, draft.id, SLUG), 303)
  const inForce = deps.standard(opened.receivedAt)
  const dueAt = addWorkingDays(opened.receivedAt, inForce.firstLookDays, inForce)
  const words = APPLY_WORDS[language]
  return sendSitePage(reply, request, 'submissions/apply/views/sent.njk', {
    words,
    formTitle: form.title[language],
    reference: opened.reference,
    next: nextStep('received', dueAt, language, inForce.timeZone),
    questions: words.sentQuestions(deps.contactEmail),
  })
}
