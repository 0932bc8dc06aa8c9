// The audit trail on the desk: who did what and when, and whether all of it still stands as it was written.
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { DateTime } from 'luxon'
import { z } from 'zod'
import { EVENT_TITLES, whoDid } from '../../cases/event-titles.ts'
import { OFFICE_STREAM } from '../../events/record.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/database.ts'
import type { Log } from '../../kernel/log.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { actorOf, signedIn } from '../../staff/guard.ts'
import { staffNames } from '../../staff/people.ts'
import { may } from '../../staff/roles.ts'
import { knownTypes, searchEvents, type Cursor } from './search-events.ts'
import { askForVerification, runVerification, verifications } from './verify-on-demand.ts'

interface Deps {
  db: Db
  clock: Clock
  log: Log
}

const PAGE = '/desk/audit'
const AUDIT = { config: { policy: { permission: 'audit.read' } }, schema: { hide: true } } as const
const text = z.string().trim().max(200).catch('')
const query = z.object({
  person: text,
  reference: text,
  type: text,
  from: text,
  to: text,
  after: text,
  done: text,
})
const cursor = z.tuple([z.iso.datetime(), z.uuid(), z.coerce.number().int().min(1)])
const DONE: Readonly<Record<string, string>> = {
  asked: 'The verification is under way. Load this page again to see what comes of it.',
  running: 'A verification is under way already. Load this page again to see what comes of it.',
}
/** `/desk/audit`. */
export const auditPages =
  ({ db, clock, log }: Deps): FastifyPluginAsync =>
  async app => {
    app.get(PAGE, AUDIT, async (request, reply) => {
      const me = signedIn(request)
      const { after, done, ...typed } = query.parse(request.query)
      const names = await staffNames(db)
      const errors = [...wrongDay('from', typed.from), ...wrongDay('to', typed.to)]
      const wanted = {
        person: given(typed.person),
        reference: given(typed.reference.toUpperCase()),
        type: given(typed.type),
        from: startOf(typed.from, me.timeZone, 0),
        before: startOf(typed.to, me.timeZone, 1),
        after: cursorIn(after),
      }
      const found = await searchEvents(db, me, wanted)
      const worksCases = may(me.roles, 'case.read')
      return sendDeskPage(reply, request, 'reports/audit/views/audit.njk', {
        events: found.events.map(event => ({
          ...event,
          title: titleOf(event.type),
          who: whoDid(event.actor, names),
          byToken: event.actor.kind === 'staff' && event.actor.token !== undefined,
          worksCases,
          // Who works cases reads what happened on the case's page, once they have declared that they have no conflict.
          details:
            event.stream === OFFICE_STREAM || !worksCases ? JSON.stringify(event.details, null, 1) : '',
        })),
        people: [{ value: '', name: 'Everybody' }, ...[...names].map(([value, name]) => ({ value, name }))],
        types: [
          { value: '', name: 'Everything' },
          ...(await knownTypes(db)).map(value => ({ value, name: titleOf(value) })),
        ],
        typed,
        errors,
        older: found.next ? addressOf(typed, found.next) : '',
        isFirst: wanted.after === undefined,
        verifications: (await verifications(db)).map(one => ({
          ...one,
          by: names.get(one.askedBy) ?? 'Somebody',
          state: one.state === 'running' && !one.alive ? 'failed' : one.state,
        })),
        done: DONE[done] ?? '',
      })
    })

    app.post(`${PAGE}/verifications`, AUDIT, async (request, reply) => {
      const id = await ask(request)
      // Not awaited: it takes as long as it takes.
      if (id !== undefined) void runVerification({ db, log, now: () => clock.now() }, id)
      return reply.redirect(`${PAGE}?done=${id === undefined ? 'running' : 'asked'}`, 303)
    })

    const ask = async (request: FastifyRequest) => {
      const me = signedIn(request)
      const by = { actor: actorOf(me), at: clock.now() }
      return db.transaction(tx => askForVerification(tx, me.staffId, by))
    }
  }

const given = (value: string) => (value === '' ? undefined : value)
const isDay = (day: string) => z.iso.date().safeParse(day).success
const wrongDay = (field: string, day: string) =>
  day === '' || isDay(day) ? [] : [{ field, message: 'Enter a day as 2026-12-25.' }]

/** The moment at which the day begins where the reader is, or so many days later. */
const startOf = (day: string, zone: string, later: number): Date | undefined =>
  isDay(day) ? DateTime.fromISO(day, { zone }).plus({ days: later }).toJSDate() : undefined

function cursorIn(after: string): Cursor | undefined {
  const parsed = cursor.safeParse(after.split('_'))
  if (!parsed.success) return undefined
  const [at, stream, position] = parsed.data
  return { at: new Date(at), stream, position }
}

function addressOf(typed: Readonly<Record<string, string>>, { at, stream, position }: Cursor): string {
  const asked = Object.entries(typed).filter(([, value]) => value !== '')
  const after = `${at.toISOString()}_${stream}_${position}`
  return `${PAGE}?${new URLSearchParams([...asked, ['after', after]]).toString()}`
}

/** As on the case’s page; of the office, `routing.team-added` is “Routing team added”. */
const titleOf = (type: string) =>
  EVENT_TITLES[type] ?? type.slice(0, 1).toUpperCase() + type.slice(1).replace('.', ' ').replaceAll('-', ' ')
