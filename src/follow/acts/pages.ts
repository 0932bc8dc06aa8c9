// One page for each act: GET shows the form, POST acts. Stopping the link is one of its own: nothing leads back.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { stopOneLink } from '../../cases/applicant/links.ts'
import { OPEN_STATES } from '../../cases/states.ts'
import { Problem } from '../../kernel/problem.ts'
import { throttle } from '../../staff/sign-in/throttle.ts'
import { LANGUAGE_PATH } from '../../web/site/language-path.ts'
import { sendSitePage } from '../../web/site/site-page.ts'
import { claimUploads } from '../claim-uploads.ts'
import { baseOf, entrance, followParams, sendCase, type FollowDeps } from '../entrance.ts'
import type { Entry } from '../history.ts'
import { offersFor } from '../offers.ts'
import { FOLLOW_WORDS, type FollowWords } from '../words/follow-words.ts'
import { ACTS, type Act } from './acts.ts'
import { readFields, tokensIn, type Typed } from './read-fields.ts'

const config = { policy: 'public' } as const
const schema = { hide: true, params: followParams } as const
const body = z.record(z.string(), z.unknown()).nullish()
const NOTHING: Typed = { values: {}, given: {}, errors: [] }

export const actPages =
  (deps: FollowDeps): FastifyPluginAsyncZod =>
  async app => {
    const { db, clock, standard, wake } = deps
    const { enter, enterToAct } = entrance(deps)

    for (const act of ACTS) {
      const path = `${LANGUAGE_PATH}/follow/:secret/${act.name}`
      const view = 'follow/views/act.njk'

      app.get(path, { config, schema }, async (request, reply) => {
        const followed = await enter(request, reply)
        if (!followed) return reply
        const words = FOLLOW_WORDS[request.params.language]
        if (!offersFor(followed.theCase, followed.history).includes(act.name)) {
          return sendCase(reply, request, deps, followed, { notice: words.notNow }, 409)
        }
        const isOpen = OPEN_STATES.includes(followed.theCase.state)
        return sendSitePage(
          reply,
          request,
          view,
          actContext(act, words, baseOf(request.params), isOpen, NOTHING),
        )
      })

      app.post(path, { config, schema: { ...schema, body } }, async (request, reply) => {
        const followed = await enterToAct(request, reply)
        if (!followed) return reply
        const words = FOLLOW_WORDS[request.params.language]
        const { theCase, history } = followed
        const base = baseOf(request.params)
        const typed = readFields(act.fields, request.body ?? {}, words)
        if (!offersFor(theCase, history).includes(act.name)) {
          // Pressed twice: the first time did it.
          if (isDone(act, history)) return reply.redirect(`${base}?done=${act.done}`, 303)
          return sendCase(reply, request, deps, followed, { notice: words.notNow }, 409)
        }
        if (typed.errors.length > 0) {
          const context = actContext(act, words, base, OPEN_STATES.includes(theCase.state), typed)
          return sendSitePage(reply, request, view, context, 422)
        }
        if (act.mails) await throttle(db, 'follow-mail', theCase.id)
        const at = clock.now()
        const tokens = act.name === 'message' ? tokensIn(request.body ?? {}) : []
        try {
          await db.transaction(async tx => {
            const documents = await claimUploads(tx, theCase.id, tokens, at)
            await act.take(tx, { followed, at, standard, given: typed.given, documents })
          })
        } catch (error) {
          if (!(error instanceof Problem) || error.status !== 409) throw error
          const now = (await enter(request, reply)) ?? followed
          // Pressed twice, and both were under way.
          if (isDone(act, now.history)) return reply.redirect(`${base}?done=${act.done}`, 303)
          return sendCase(reply, request, deps, now, { notice: words.notNow }, 409)
        }
        wake()
        return reply.redirect(`${base}?done=${act.done}`, 303)
      })
    }

    const stop = `${LANGUAGE_PATH}/follow/:secret/stop`
    app.get(stop, { config, schema }, async (request, reply) => {
      const followed = await enter(request, reply)
      if (!followed) return reply
      const words = FOLLOW_WORDS[request.params.language]
      const context = {
        ...actContext(STOP, words, baseOf(request.params), false, NOTHING),
        ...words.acts.stop,
      }
      return sendSitePage(reply, request, 'follow/views/act.njk', context)
    })
    app.post(stop, { config, schema: { ...schema, body } }, async (request, reply) => {
      const followed = await enterToAct(request, reply)
      if (!followed) return reply
      const { secret } = request.params
      await db.transaction(tx => stopOneLink(tx, secret, followed.theCase.id, clock.now()))
      const words = FOLLOW_WORDS[request.params.language]
      return sendSitePage(reply, request, 'follow/views/stopped.njk', { words })
    })
  }

// What stands last in the history once it is done; a message can be sent again.
const DONE_ALREADY: Readonly<Record<Act['name'], string | null>> = {
  message: null,
  'another-look': 'anotherLook',
  feedback: 'feedback',
  withdrawal: 'withdrawnByYou',
  erasure: null,
}

const isDone = ({ name }: Act, history: readonly Entry[]): boolean =>
  history.at(-1)?.key === DONE_ALREADY[name]

const STOP = { name: 'stop', fields: [] } as const

function actContext(
  { name, fields, grave }: Pick<Act, 'fields' | 'grave'> & { name: keyof FollowWords['acts'] },
  words: FollowWords,
  base: string,
  isOpen: boolean,
  { values, errors }: Typed,
) {
  const about = words.acts[name]
  return {
    words,
    base,
    name,
    ...about,
    isGrave: grave === true,
    warning: name === 'erasure' && isOpen ? words.fields.erasureOpen : '',
    fields: fields.map(field => ({
      ...field,
      label: words.fields[field.label],
      value: values[field.name] ?? '',
      error: errors.find(error => error.field === field.name)?.message ?? '',
      options:
        field.kind === 'rating' ? words.ratings.map((label, at) => ({ label, value: String(at + 1) })) : [],
    })),
    errors,
  }
}
