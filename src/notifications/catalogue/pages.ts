// The emails on the desk: when each is sent, to whom, how it reads, and in which words of our own.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/database.ts'
import type { KeptFresh } from '../../kernel/keep-fresh.ts'
import { LANGUAGES } from '../../kernel/languages.ts'
import { Problem } from '../../kernel/problem.ts'
import { officeChange } from '../../routing/office-change.ts'
import { doneIn, nameOfActor, READ_PAGE, refusal, typedIn, WRITE_PAGE } from '../../routing/settings-page.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { signedIn } from '../../staff/guard.ts'
import { LANGUAGE_CHOICES } from '../../staff/language-choices.ts'
import { staffNames } from '../../staff/people.ts'
import { may } from '../../staff/roles.ts'
import { pagePolicy, stylesIn } from '../../web/page-policy.ts'
import { ALWAYS_KNOWN } from '../wording/placeholders.ts'
import { wordingKey, type Wordings } from '../wording/reword.ts'
import { EMAILS } from './emails.ts'
import { wordingFields, wordsFrom } from './wording-form.ts'
import { publishWording, wordingVersions } from './wordings.ts'

interface Deps {
  db: Db
  clock: Clock
  wordings: KeptFresh<Wordings>
}

const LIST = '/desk/settings/emails'
const ONE = `${LIST}/:email/:language`
const AUDIENCES = {
  applicant: 'Applicants',
  'point-of-contact': 'Points of contact',
  staff: 'Staff',
} as const
const DONE: Readonly<Record<string, string>> = {
  worded: 'The new words are in force, for every email that is written from now on.',
  reset: 'The email reads as it came with the service again.',
}
const params = z.object({ email: z.string().max(100), language: z.enum(LANGUAGES) })
const seen = z.coerce.number().int().min(0).catch(0)

/** `/desk/settings/emails`. */
export const emailPages =
  ({ db, clock, wordings }: Deps): FastifyPluginAsync =>
  async app => {
    const change = officeChange({ db, clock })

    app.get(LIST, READ_PAGE, async (request, reply) => {
      const inForce = wordings.current()
      return sendDeskPage(reply, request, 'notifications/catalogue/views/emails.njk', {
        groups: Object.entries(AUDIENCES).map(([audience, heading]) => ({
          heading,
          emails: EMAILS.filter(email => email.audience === audience).map(email => ({
            ...email,
            languages: LANGUAGE_CHOICES.map(({ value, name }) => ({
              href: `${LIST}/${email.name}/${value}`,
              value,
              name,
              reworded: inForce.has(wordingKey(email.name, value)),
            })),
          })),
        })),
      })
    })

    app.get(ONE, READ_PAGE, async (request, reply) => show(request, reply))

    async function show(request: FastifyRequest, reply: FastifyReply, given: Given = {}) {
      const { email, language } = asked(request)
      const { errors = [], problem = '', typed = {}, trying = false } = given
      const versions = await wordingVersions(db, email.name, language)
      const names = await staffNames(db)
      const [newest] = versions
      const sentences = email.sentences(language)
      const inForce = newest?.sentences ?? {}
      const { words } = trying ? wordsFrom(sentences, typed, email.about) : { words: inForce }
      const examples = email.examples({ language, words, at: clock.now() })
      void reply.header('content-security-policy', pagePolicy(examples.flatMap(({ html }) => stylesIn(html))))
      return sendDeskPage(
        reply,
        request,
        'notifications/catalogue/views/email.njk',
        {
          email,
          at: `${LIST}/${email.name}/${language}`,
          language,
          languages: LANGUAGE_CHOICES.map(({ value, name }) => ({
            href: `${LIST}/${email.name}/${value}`,
            name,
            isThis: value === language,
          })),
          fields: wordingFields(sentences, inForce, typed),
          known: email.about === 'case' ? ALWAYS_KNOWN.map(name => `{${name}}`).join(', ') : '',
          examples,
          trying: trying && errors.length === 0,
          isReworded: Object.keys(inForce).length > 0,
          seen: newest?.version ?? 0,
          versions: versions.map(version => ({
            ...version,
            by: nameOfActor(version.publishedBy, names),
            changes: Object.entries(version.sentences).map(([before, after]) => ({ before, after })),
          })),
          mayWrite: may(signedIn(request).roles, 'settings.write'),
          done: DONE[doneIn(request.query)] ?? '',
          errors,
          problem,
        },
        given.status,
      )
    }

    app.post(`${ONE}/preview`, WRITE_PAGE, async (request, reply) => {
      const { email, language } = asked(request)
      const typed = typedIn(request.body)
      const { errors } = wordsFrom(email.sentences(language), typed, email.about)
      return show(request, reply, { typed, errors, trying: true, status: errors.length > 0 ? 422 : 200 })
    })

    app.post(ONE, WRITE_PAGE, async (request, reply) => {
      const { email, language } = asked(request)
      const typed = typedIn(request.body)
      const { words, errors } = wordsFrom(email.sentences(language), typed, email.about)
      if (errors.length > 0) return show(request, reply, { typed, errors, trying: true, status: 422 })
      const refused = await publish(request, words)
      if (refused) return show(request, reply, { typed, problem: refused.message, status: refused.status })
      return reply.redirect(`${LIST}/${email.name}/${language}?done=worded`, 303)
    })

    app.post(`${ONE}/reset`, WRITE_PAGE, async (request, reply) => {
      const { email, language } = asked(request)
      const refused = await publish(request, {})
      if (refused) return show(request, reply, { problem: refused.message, status: refused.status })
      return reply.redirect(`${LIST}/${email.name}/${language}?done=reset`, 303)
    })

    async function publish(request: FastifyRequest, sentences: Record<string, string>) {
      const { email, language } = asked(request)
      const basedOn = seen.parse(typedIn(request.body)['seen'])
      const wording = { email: email.name, language, sentences, basedOn }
      const refused = await refusal(() => change(request, (tx, by) => publishWording(tx, wording, by)))
      await wordings.refresh()
      return refused
    }
  }

interface Given {
  typed?: Readonly<Record<string, string>>
  errors?: { field: string; message: string }[]
  problem?: string
  /** Whether the email is to be shown in the words that were typed. */
  trying?: boolean
  status?: number
}

function asked(request: FastifyRequest) {
  const parsed = params.safeParse(request.params)
  const email = EMAILS.find(({ name }) => name === parsed.data?.email)
  if (!email || !parsed.success) throw new Problem('not-found', 'There is no such email.')
  return { email, language: parsed.data.language }
}
