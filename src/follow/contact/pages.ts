// Correcting how we reach the applicant. What they sent stays as it was.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { correctContact, giveAddress } from '../../cases/applicant/contact.ts'
import { checkFields } from '../../forms/check-fields.ts'
import { requiredMeta } from '../../forms/question.ts'
import { contactDetails } from '../../forms/shared-questions.ts'
import type { Language } from '../../kernel/languages.ts'
import { throttle } from '../../staff/sign-in/throttle.ts'
import { LANGUAGE_PATH } from '../../web/site/language-path.ts'
import { sendSitePage, type SiteError } from '../../web/site/site-page.ts'
import { textIn } from '../acts/read-fields.ts'
import { baseOf, entrance, followParams, sendCase, type FollowDeps } from '../entrance.ts'
import type { FollowedCase } from '../followed-case.ts'
import { offersFor } from '../offers.ts'
import { FOLLOW_WORDS } from '../words/follow-words.ts'

const { name, email, phone, language } = contactDetails
const contact = z.object({ name, email, phone, language })
type Contact = z.infer<typeof contact>
const FIELDS = ['name', 'email', 'phone', 'language'] as const
const AUTOCOMPLETE = { name: 'name', email: 'email', phone: 'tel', language: '' } as const
const TYPES = { name: 'text', email: 'email', phone: 'tel', language: 'choice' } as const

const config = { policy: 'public' } as const
const schema = { hide: true, params: followParams } as const
const path = `${LANGUAGE_PATH}/follow/:secret/contact`

export const contactPages =
  (deps: FollowDeps): FastifyPluginAsyncZod =>
  async app => {
    const { db, clock, wake } = deps
    const { enter, enterToAct } = entrance(deps)
    const view = 'follow/views/contact.njk'

    app.get(path, { config, schema }, async (request, reply) => {
      const followed = await enter(request, reply)
      if (!followed) return reply
      const words = FOLLOW_WORDS[request.params.language]
      if (!offersFor(followed.theCase, followed.history).includes('contact')) {
        return sendCase(reply, request, deps, followed, { notice: words.notNow }, 409)
      }
      const fields = fieldsOf(request.params.language, { ...known(followed) }, [])
      return sendSitePage(reply, request, view, { words, base: baseOf(request.params), fields })
    })

    const body = z.record(z.string(), z.unknown()).nullish()
    app.post(path, { config, schema: { ...schema, body } }, async (request, reply) => {
      const followed = await enterToAct(request, reply)
      if (!followed) return reply
      const { language: speaks } = request.params
      const words = FOLLOW_WORDS[speaks]
      const base = baseOf(request.params)
      if (!offersFor(followed.theCase, followed.history).includes('contact')) {
        return sendCase(reply, request, deps, followed, { notice: words.notNow }, 409)
      }
      const typed = Object.fromEntries(FIELDS.map(field => [field, textIn(request.body ?? {}, field)]))
      const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
      const { values, errors } = checkFields(contact, filled, { language: speaks, now: clock.now() })
      if (!values) {
        const wrong = errors.map(({ pointer, message }) => ({ field: pointer.slice(1), message }))
        const context = { words, base, fields: fieldsOf(speaks, typed, wrong), errors: wrong }
        return sendSitePage(reply, request, view, context, 422)
      }
      const isAnother = values.email.toLowerCase() !== followed.theCase.contactEmail.toLowerCase()
      if (isAnother) await throttle(db, 'follow-mail', followed.theCase.id)
      const when = { caseId: followed.theCase.id, at: clock.now() }
      await db.transaction(async tx => {
        await correctContact(tx, { ...when, ...changed(followed, values) })
        if (isAnother) await giveAddress(tx, { ...when, email: values.email })
      })
      wake()
      return reply.redirect(`${base}?done=${isAnother ? 'address-given' : 'corrected'}`, 303)
    })
  }

const known = ({ theCase, phone: number }: FollowedCase): Record<(typeof FIELDS)[number], string> => ({
  name: theCase.contactName,
  email: theCase.contactEmail,
  phone: number ?? '',
  language: theCase.language,
})

// A number that is taken out is told as such: an empty one.
function changed(followed: FollowedCase, { name: called, phone: number = '', language: speaks }: Contact) {
  const { theCase } = followed
  const before = known(followed)
  return {
    ...(called !== before.name && { name: called }),
    ...(number !== before.phone && { phone: number }),
    ...(speaks !== theCase.language && { language: speaks }),
  }
}

function fieldsOf(speaks: Language, values: Readonly<Record<string, string>>, errors: readonly SiteError[]) {
  return FIELDS.map(field => {
    const { label, hint, required, choices = [] } = requiredMeta(contact.shape[field], field)
    const error = errors.find(({ field: wrong }) => wrong === field)?.message ?? ''
    return {
      name: field,
      label: label[speaks],
      hint: hint?.[speaks] ?? '',
      optional: !required,
      type: TYPES[field],
      autocomplete: AUTOCOMPLETE[field],
      value: values[field] ?? '',
      choices: choices.map(choice => ({ value: choice.value, label: choice.label[speaks] })),
      error,
      describedBy: [hint && `${field}-hint`, error && `${field}-error`].filter(Boolean).join(' '),
    }
  })
}
