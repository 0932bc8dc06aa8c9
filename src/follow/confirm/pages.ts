// Links that confirm one thing: a new address, or that data is to be erased. GET shows a button, POST confirms.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { confirmAddress } from '../../cases/applicant/contact.ts'
import { confirmErasure } from '../../cases/applicant/requests.ts'
import { LANGUAGE_PATH } from '../../web/site/language-path.ts'
import { sendSitePage } from '../../web/site/site-page.ts'
import { baseOf, entrance, followParams, refuseFromElsewhere, type FollowDeps } from '../entrance.ts'
import { filled, FOLLOW_WORDS } from '../words/follow-words.ts'

const config = { policy: 'public' } as const
const schema = { hide: true, params: followParams } as const
const path = `${LANGUAGE_PATH}/follow/:secret/confirmation`

export const confirmPages =
  (deps: FollowDeps): FastifyPluginAsyncZod =>
  async app => {
    const { db, clock, access, linkDays, wake } = deps
    const { find } = entrance(deps)

    app.get(path, { config, schema }, async (request, reply) => {
      const followed = await find(request, reply)
      if (!followed) return reply
      const { purpose } = followed.link
      const base = baseOf(request.params)
      if (purpose === 'follow') return reply.redirect(base, 303)
      const words = FOLLOW_WORDS[request.params.language]
      const about = purpose === 'confirm-address' ? words.confirm.address : words.confirm.erasure
      return sendSitePage(reply, request, 'follow/views/confirm.njk', {
        words,
        base,
        about: { ...about, lead: filled(about.lead, { email: followed.givenAddress ?? '' }) },
        follow: purpose === 'confirm-erasure' ? words.confirm.erasure.follow : '',
        isGrave: purpose === 'confirm-erasure',
      })
    })

    app.post(path, { config, schema }, async (request, reply) => {
      refuseFromElsewhere(request.headers, access)
      const { secret } = request.params
      const followed = await find(request, reply)
      if (!followed) return reply
      const { purpose } = followed.link
      const confirmed = { secret, at: clock.now(), linkDays }
      await db.transaction(async tx => {
        if (purpose === 'confirm-address') await confirmAddress(tx, confirmed)
        if (purpose === 'confirm-erasure') await confirmErasure(tx, confirmed)
      })
      wake()
      const done = purpose === 'confirm-erasure' ? 'erasure-confirmed' : 'address-confirmed'
      return reply.redirect(`${baseOf(request.params)}${purpose === 'follow' ? '' : `?done=${done}`}`, 303)
    })
  }
