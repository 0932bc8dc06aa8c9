// "Mail me a link", by reference and address, or by a link that has ended. The answer is the same whether they fit or not.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askForLink, askForLinkTo } from '../../cases/applicant/ask-for-link.ts'
import { lookAtApplicantLink } from '../../cases/applicant/links.ts'
import { checkFields } from '../../forms/check-fields.ts'
import { emailAddress } from '../../forms/shared-questions.ts'
import { LANGUAGES } from '../../kernel/languages.ts'
import { REFERENCE_PATTERN } from '../../kernel/reference.ts'
import { networkOf } from '../../kernel/subnet.ts'
import { throttle } from '../../staff/sign-in/throttle.ts'
import { LANGUAGE_PATH } from '../../web/site/language-path.ts'
import { sendSitePage, type SiteError } from '../../web/site/site-page.ts'
import { textIn } from '../acts/read-fields.ts'
import { baseOf, entrance, followParams, refuseFromElsewhere, type FollowDeps } from '../entrance.ts'
import { FOLLOW_WORDS } from '../words/follow-words.ts'

const config = { policy: 'public' } as const
const hide = { hide: true } as const
const params = z.object({ language: z.enum(LANGUAGES) })
const body = z.record(z.string(), z.unknown()).nullish()
const address = z.object({ email: emailAddress })

export const askPages =
  (deps: FollowDeps): FastifyPluginAsyncZod =>
  async app => {
    const { db, clock, access, wake } = deps
    const { enterToAct } = entrance(deps)
    const view = 'follow/views/ask.njk'

    // The second is where the link of an email leads that was sent again to an address that is nobody's any more.
    for (const path of [`${LANGUAGE_PATH}/follow`, `${LANGUAGE_PATH}/follow/`]) {
      app.get(path, { config, schema: { ...hide, params } }, (request, reply) =>
        sendSitePage(reply, request, view, {
          words: FOLLOW_WORDS[request.params.language],
          values: { reference: '', email: '' },
        }),
      )
    }

    app.post(
      `${LANGUAGE_PATH}/follow`,
      { config, schema: { ...hide, params, body } },
      async (request, reply) => {
        const { language } = request.params
        const words = FOLLOW_WORDS[language]
        refuseFromElsewhere(request.headers, access)
        const given = request.body ?? {}
        const values = { reference: textIn(given, 'reference'), email: textIn(given, 'email') }
        const reference = values.reference.toUpperCase().replace(/\s/g, '')
        const checked = checkFields(address, { email: values.email }, { language, now: clock.now() })
        const errors: SiteError[] = [
          ...(REFERENCE_PATTERN.test(reference)
            ? []
            : [{ field: 'reference', message: words.ask.referenceWrong }]),
          ...(checked.errors ? [{ field: 'email', message: words.ask.emailWrong }] : []),
        ]
        if (errors.length > 0 || !checked.values) {
          return sendSitePage(reply, request, view, { words, values, errors }, 422)
        }
        await throttle(db, 'follow-network', networkOf(request.ip))
        await throttle(db, 'follow-mail', checked.values.email.toLowerCase())
        await askForLink(db, { reference, email: checked.values.email })
        wake()
        return reply.redirect(`/${language}/follow/mailed`, 303)
      },
    )

    app.get(`${LANGUAGE_PATH}/follow/mailed`, { config, schema: { ...hide, params } }, (request, reply) =>
      sendSitePage(reply, request, 'follow/views/mailed.njk', {
        words: FOLLOW_WORDS[request.params.language],
      }),
    )

    // By a link that has ended: the new one goes to the applicant's own address, whoever presses the button.
    app.post(
      `${LANGUAGE_PATH}/follow/:secret/new-link`,
      { config, schema: { ...hide, params: followParams } },
      async (request, reply) => {
        refuseFromElsewhere(request.headers, access)
        await throttle(db, 'follow-network', networkOf(request.ip))
        const link = await lookAtApplicantLink(db, request.params.secret)
        if (link && link.purpose !== 'confirm-address') {
          await throttle(db, 'follow-mail', link.caseId)
          await askForLinkTo(db, link.caseId)
          wake()
        }
        return reply.redirect(`/${request.params.language}/follow/mailed`, 303)
      },
    )

    // From a duplicate to the case that goes on, where that is the same applicant's.
    app.post(
      `${LANGUAGE_PATH}/follow/:secret/original-link`,
      { config, schema: { ...hide, params: followParams } },
      async (request, reply) => {
        const followed = await enterToAct(request, reply)
        if (!followed) return reply
        if (followed.original) {
          await throttle(db, 'follow-mail', followed.original.id)
          await askForLinkTo(db, followed.original.id)
          wake()
        }
        return reply.redirect(`${baseOf(request.params)}?done=link-mailed`, 303)
      },
    )
  }
