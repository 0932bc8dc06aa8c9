import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import { acceptedLanguage } from '../kernel/languages.ts'
import { Problem } from '../kernel/problem.ts'
import { nextStep } from '../cases/next-step.ts'
import type { StandardAt } from '../cases/standards.ts'
import { PUBLIC_STATUSES, publicStatusLabel, STATE } from '../cases/states.ts'
import { addWorkingDays } from '../cases/working-days.ts'
import type { Upload } from '../documents/uploads.ts'
import { checkAnswers } from '../forms/check-answers.ts'
import type { Form } from '../forms/define-form.ts'
import { formDescription } from '../forms/json-schema.ts'
import type { CachedReference } from '../roster/cached-reference.ts'
import type { Gate } from './gate/gate.ts'
import type { Intake } from './intake.ts'
import { uploadsIn, withFiles } from './named-files.ts'
import { openedUnderKey } from './opened-under-key.ts'

interface Deps {
  db: Db
  forms: readonly Form[]
  intake: Intake
  reference: CachedReference
  clock: Clock
  standard: StandardAt
  gate: Gate
}

const receipt = z.object({
  reference: z.string().describe('Quote it in all that you write to us, such as OBS-7K2M4'),
  form: z.string(),
  receivedAt: z.iso.datetime(),
  status: z.object({ code: z.enum(PUBLIC_STATUSES), label: z.string() }),
  next: z.object({ text: z.string(), whoseMove: z.string(), dueAt: z.iso.datetime() }),
})

/** One POST for each form of the list. */
export const submissionRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async app => {
    const { db, intake, reference, clock, standard, gate } = deps
    for (const form of deps.forms) {
      app.post(
        `/api/v1/${form.path}`,
        {
          config: {
            policy: 'public',
            bodySchema: formDescription(form),
            answerHeaders: { Location: 'Where staff read the case that it opened' },
          },
          // Before the body is read: what is refused here costs next to nothing.
          onRequest: async request => gate.admitNetwork(request.ip),
          schema: {
            operationId: `submit-${form.name}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
            summary: form.title.en,
            description: form.intro.en,
            tags: ['forms'],
            body: z.unknown(),
            headers: z.looseObject({
              'idempotency-key': z
                .string()
                .optional()
                .describe(
                  '1 to 255 printable ASCII characters; the same key gives the same answer for 48 hours',
                ),
              'proof-of-work': z
                .string()
                .max(2000)
                .optional()
                .describe(
                  'Only after the problem `proof-needed`: its `challenge` with the solution, `{challenge, solution}` as JSON in base64',
                ),
            }),
            response: { 201: receipt },
          },
        },
        async (request, reply) => {
          const key = idempotencyKey(request.headers['idempotency-key'])
          const members = await reference.current()
          const language = acceptedLanguage(request.headers['accept-language'])
          const now = clock.now()
          const uploads = await uploadsIn(db, form, request.body, now)
          const { answers, errors } = checkAnswers(form, request.body, {
            language,
            now,
            isJurisdiction: id => members.isJurisdiction(id),
            isUpload: token => isClaimable(uploads.get(token), key),
          })
          if (errors)
            throw new Problem('invalid-fields', 'See “errors” for each field and its remedy.', { errors })
          try {
            gate.admitContact(form.facts(answers))
            await gate.requireWork(form.name, request.headers['proof-of-work'])
          } catch (error) {
            // What was accepted has passed the gate: sent again under its key, it is answered as before.
            if (key === undefined || !(await openedUnderKey(db, form.name, key))) throw error
          }
          const accepted = await intake.submit(form, withFiles(form, answers, uploads), key)
          const inForce = standard(accepted.receivedAt)
          const dueAt = addWorkingDays(accepted.receivedAt, inForce.firstLookDays, inForce)
          return reply
            .code(201)
            .headers({ location: `/api/v1/cases/${accepted.reference}`, 'content-language': language })
            .send({
              reference: accepted.reference,
              form: form.name,
              receivedAt: accepted.receivedAt.toISOString(),
              status: {
                code: STATE.received.publicStatus,
                label: publicStatusLabel[STATE.received.publicStatus][language],
              },
              next: {
                text: nextStep('received', dueAt, language, inForce.timeZone),
                whoseMove: STATE.received.move,
                dueAt: dueAt.toISOString(),
              },
            })
        },
      )
    }
  }

// What is sent again under its key names files that its case has by now.
const isClaimable = (upload: Upload | undefined, key: string | undefined): boolean =>
  upload !== undefined && (key !== undefined || !upload.used)

function idempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || /^[\x21-\x7e]{1,255}$/.test(header)) return header
  throw new Problem(
    'malformed-idempotency-key',
    'Send an Idempotency-Key of 1 to 255 printable ASCII characters without spaces, such as a random UUID.',
  )
}
