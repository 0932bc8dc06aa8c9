// The way in: the start page, and the first page of each form, on which the roster is looked up before anything is asked.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { localeOf, type Language } from '../../kernel/languages.ts'
import type { StandardAt } from '../../cases/standards.ts'
import type { Form } from '../../forms/define-form.ts'
import { utcDayOf, rosterInForce } from '../../roster/already-invited.ts'
import { jurisdictionName } from '../../roster/names.ts'
import { answerOnce } from '../../web/answer-once.ts'
import { LANGUAGE_PATH } from '../../web/site/language-path.ts'
import { sendSitePage } from '../../web/site/site-page.ts'
import type { ApplyDeps } from '../apply/apply-deps.ts'
import { beginWith } from '../apply/pages.ts'
import { askedPages, draftPath } from '../apply/way.ts'
import { DRAFT_DAYS } from '../drafts/drafts.ts'
import { asksForPlace, pagesWithPlace, sectionTitles } from './form-start.ts'
import { lookUpPlace, type Place } from './look-up-place.ts'
import { START_WORDS } from './words.ts'

interface StartDeps extends ApplyDeps {
  standard: StandardAt
  contactEmail: string
}
type InLanguage = FastifyRequest<{
  Params: { language: Language }
  Querystring: { place?: string | string[] }
  Body: Record<string, unknown> | null
}>

export const startPages =
  (deps: StartDeps): FastifyPluginAsync =>
  async app => {
    const config = { policy: 'public' } as const
    const rateLimit = { max: deps.rateLimitPerMinute, timeWindow: 60_000 }
    // Everybody is shown the same, but who is just being given a cookie.
    app.addHook('onSend', async (request, reply, payload) =>
      reply.hasHeader('set-cookie') ? payload : answerOnce(request, reply, payload),
    )
    app.get(LANGUAGE_PATH, { config }, (request, reply) => showStart(deps, request as InLanguage, reply))
    for (const form of deps.forms) {
      const url = `${LANGUAGE_PATH}/${form.name}`
      app.get(url, { config }, (request, reply) => showFirst(deps, form, request as InLanguage, reply))
      app.post(url, { config: { ...config, rateLimit } }, (request, reply) =>
        begin(deps, form, request as InLanguage, reply),
      )
    }
  }

async function showStart(deps: StartDeps, request: InLanguage, reply: FastifyReply) {
  const { language } = request.params
  const words = START_WORDS[language]
  const snapshot = await deps.reference.current()
  const now = deps.clock.now()
  const roster = rosterInForce(snapshot.rosterVersions(), utcDayOf(now))
  const { firstLookDays, decisionDays } = deps.standard(now)
  const invited = [...new Set(roster?.entries.map(entry => entry.jurisdiction))]
    .map(id => snapshot.jurisdiction(id))
    .filter(member => member !== undefined)
    .map(member => jurisdictionName(member, language))
  return sendSitePage(reply, request, 'submissions/start/views/start.njk', {
    words,
    forms: deps.forms.map(form => ({
      ...introOf(form, language),
      href: `/${language}/${form.name}`,
    })),
    roster: roster && {
      rule: roster.rule,
      source: roster.source,
      summary: words.invited(monthOf(roster.asOf, language), invited.length),
      members: invited.toSorted(new Intl.Collator(localeOf(language)).compare),
    },
    next: words.next(firstLookDays, decisionDays.observer, decisionDays.support),
    data: words.data(DRAFT_DAYS),
    keep: words.keep(DRAFT_DAYS),
  })
}

async function showFirst(deps: StartDeps, form: Form, request: InLanguage, reply: FastifyReply) {
  const { language } = request.params
  const words = START_WORDS[language]
  const typed = typedPlace(request)
  const place =
    typed === undefined || typed === ''
      ? undefined
      : lookUpPlace(await deps.reference.current(), typed, { language, now: deps.clock.now() })
  const errors = typed === '' ? [{ field: 'place', message: words.placeMissing }] : []
  return sendSitePage(reply, request, 'submissions/start/views/form-start.njk', {
    words,
    form: introOf(form, language),
    href: `/${language}/${form.name}`,
    keep: words.keep(DRAFT_DAYS),
    asksForPlace: asksForPlace(form),
    typed: typed ?? '',
    place: place ? shownPlace(place, form, language, deps.contactEmail) : null,
    errors,
  })
}

async function begin(deps: StartDeps, form: Form, request: InLanguage, reply: FastifyReply) {
  const { language } = request.params
  const { member, country } = request.body ?? {}
  const snapshot = await deps.reference.current()
  const pages = pagesWithPlace(
    form,
    {
      ...(typeof member === 'string' && { member }),
      ...(typeof country === 'string' && { country }),
    },
    snapshot,
  )
  const id = await beginWith(deps, reply, form, language, pages)
  return reply.redirect(draftPath(language, form, id, askedPages(form, {})[0]?.slug ?? 'check'), 303)
}

const introOf = (form: Form, language: Language) => ({
  title: form.title[language],
  intro: form.intro[language],
  sections: sectionTitles(form, language),
  minutes: START_WORDS[language].minutes[form.kind],
})

function shownPlace(place: Place, form: Form, language: Language, contactEmail: string) {
  const words = START_WORDS[language]
  if (place.kind === 'unknown')
    return {
      ...place,
      title: words.notMember(place.typed),
      country: place.country ?? '',
      hasSuggestions: place.suggestions.length > 0,
    }
  const common = { ...place, local: place.isLocal ? words.localNotCountry : '' }
  // Who asks for support need not be told whether they are invited to meetings.
  if (place.kind === 'member' || form.kind === 'support') {
    const say = form.kind === 'support' ? words.isMember : words.notInvited
    return { ...common, kind: 'member', title: say(place.name) }
  }
  return {
    ...common,
    title: words.alreadyInvited(place.name),
    rule: place.version.rule,
    source: place.version.source,
    version: words.invitedVersion(monthOf(place.version.asOf, language)),
    next: words.invitedNext(contactEmail),
  }
}

function typedPlace({ query }: InLanguage): string | undefined {
  const given = Array.isArray(query.place) ? query.place[0] : query.place
  return given?.trim().slice(0, 200)
}

const monthOf = (asOf: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(asOf.length === 7 ? `${asOf}-01` : asOf))
