// Conflicts of interest on the desk, for administrators: declared for somebody, or taken back.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import type { CachedReference } from '../../roster/cached-reference.ts'
import { countryName } from '../../roster/names.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { signedIn } from '../../staff/guard.ts'
import { staffNames } from '../../staff/people.ts'
import { may, type Role } from '../../staff/roles.ts'
import { officeHistory } from '../office-history.ts'
import { officeChange, type Deps as OfficeDeps } from '../office-change.ts'
import { doneIn, READ_PAGE, typedIn, WRITE_PAGE, type Wrong } from '../settings-page.ts'
import type { Conflict } from '../snapshot-shape.ts'
import { conflictFrom } from './conflict-form.ts'
import { conflictList, declareConflict, retractConflict } from './conflicts.ts'

interface Viewer {
  staffId: string
  roles: readonly Role[]
}

export interface ConflictDeps extends OfficeDeps {
  reference: CachedReference
  /** The case with a reference; none where there is none, or none that the viewer may see. */
  caseIdOf: (viewer: Viewer, reference: string) => Promise<string | undefined>
  /** References by id, of those that the viewer may see. */
  referencesOf: (viewer: Viewer, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

const LIST = '/desk/settings/conflicts'

/** `/desk/settings/conflicts`. */
export const conflictPages =
  (deps: ConflictDeps): FastifyPluginAsync =>
  async app => {
    const { db, clock, caseIdOf } = deps
    const change = officeChange({ db, clock })

    async function list(request: FastifyRequest, reply: FastifyReply, errors: Wrong[] = [], status = 200) {
      const me = signedIn(request)
      const names = await staffNames(db)
      const conflicts = await conflictsInWords(deps, me, await conflictList(db))
      return sendDeskPage(
        reply,
        request,
        'routing/conflicts/views/conflicts.njk',
        {
          conflicts: conflicts.map(one => ({
            ...one,
            name: names.get(one.staffId) ?? 'Someone who has left',
          })),
          people: [
            { value: '', name: 'Choose a person' },
            ...[...names].map(([value, name]) => ({ value, name })),
          ],
          ...(await conflictChoices(deps)),
          changes: await officeHistory(db, 'conflicts', names),
          mayWrite: may(me.roles, 'settings.write'),
          done: doneIn(request.query) === '' ? '' : 'It is done.',
          errors,
          typed: { ...NOTHING, ...(errors.length > 0 && typedIn(request.body)) },
        },
        status,
      )
    }

    app.get(LIST, READ_PAGE, async (request, reply) => list(request, reply))

    app.post(LIST, WRITE_PAGE, async (request, reply) => {
      const me = signedIn(request)
      const staffId = z.uuid().safeParse(typedIn(request.body)['staffId']).data
      const known = await staffNames(db)
      const declared = await conflictFrom(request.body, reference => caseIdOf(me, reference))
      const wrong: Wrong[] = [
        ...(staffId === undefined || !known.has(staffId)
          ? [{ field: 'staffId', message: 'Choose a person.' }]
          : []),
        ...(Array.isArray(declared) ? declared : []),
      ]
      if (wrong.length > 0 || staffId === undefined || Array.isArray(declared)) {
        return list(request, reply, wrong, 422)
      }
      await change(request, (tx, by) => declareConflict(tx, { staffId, ...declared }, by))
      return reply.redirect(`${LIST}?done=declared`, 303)
    })

    app.post(`${LIST}/:id/retraction`, WRITE_PAGE, async (request, reply) => {
      const parsed = z.object({ id: z.uuid() }).safeParse(request.params)
      if (!parsed.success)
        throw new Problem('not-found', 'There is no such conflict. It may have been retracted.')
      await change(request, (tx, by) => retractConflict(tx, parsed.data.id, by))
      return reply.redirect(`${LIST}?done=retracted`, 303)
    })
  }

export const NOTHING = { staffId: '', country: '', jurisdiction: '', organisation: '', case: '' }

/** What can be chosen in the form. */
export async function conflictChoices({ reference }: Pick<ConflictDeps, 'reference'>) {
  const snapshot = await reference.current()
  const none = { value: '', name: 'None' }
  return {
    countries: [
      none,
      ...snapshot
        .countries()
        .map(({ code }) => ({ value: code, name: countryName(code, 'en') }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    ],
    jurisdictions: [none, ...snapshot.jurisdictions().map(({ id, name }) => ({ value: id, name }))],
  }
}

const KINDS = {
  country: 'Country',
  jurisdiction: 'OGP member',
  organisation: 'Organisation',
  case: 'One case',
} as const

/** The conflicts as they read; a case by its reference only to who may see it. */
export async function conflictsInWords<Row extends Conflict>(
  { reference, referencesOf }: Pick<ConflictDeps, 'reference' | 'referencesOf'>,
  viewer: Viewer,
  conflicts: readonly Row[],
) {
  const snapshot = await reference.current()
  const references = await referencesOf(
    viewer,
    conflicts.filter(({ kind }) => kind === 'case').map(({ value }) => value),
  )
  const said = ({ kind, value }: Conflict): string => {
    if (kind === 'country') return countryName(value, 'en')
    if (kind === 'jurisdiction') return snapshot.jurisdiction(value)?.name ?? value
    return kind === 'case' ? (references.get(value) ?? 'A case') : value
  }
  return conflicts.map(conflict => ({ ...conflict, what: said(conflict), kindName: KINDS[conflict.kind] }))
}
