// A page of the desk: its frame shows who is signed in and the places that this person may go to.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendPage } from '../web/views.ts'
import { signedIn } from './guard.ts'
import { may, type Permission, type Role } from './roles.ts'
import { settingsFor } from './settings/places.ts'

interface Place {
  name: string
  href: string
  /** Any of them opens it. */
  permissions: readonly Permission[]
}

const PLACES: readonly Place[] = [
  { name: 'Cases', href: '/desk/cases', permissions: ['case.read'] },
  { name: 'Meetings', href: '/desk/meetings', permissions: ['meeting.organise'] },
  { name: 'Mail', href: '/desk/mail', permissions: ['mail.sort'] },
  { name: 'Reports', href: '/desk/reports', permissions: ['report.read'] },
  { name: 'Settings', href: '/desk/settings', permissions: ['settings.read', 'staff.manage'] },
  { name: 'Audit', href: '/desk/audit', permissions: ['audit.read'] },
]
const placesFor = (roles: readonly Role[]) =>
  PLACES.filter(({ permissions }) => permissions.some(permission => may(roles, permission)))

/** Where the desk begins for who has these roles. */
export const firstPlace = (roles: readonly Role[]): string => placesFor(roles)[0]?.href ?? '/desk/account'

/** Answers the signed-in person with a page whose view extends `web/views/desk.njk`. */
export function sendDeskPage(
  reply: FastifyReply,
  request: FastifyRequest,
  view: string,
  context: Record<string, unknown>,
  status = 200,
): FastifyReply {
  const { name, timeZone, roles, csrf } = signedIn(request)
  // The desk speaks English for now: dates are written as its texts are.
  const me = { name, timeZone, language: 'en', places: placesFor(roles) }
  return sendPage(
    reply,
    request,
    view,
    { settings: settingsFor(roles), ...context, me, csrf: csrf ?? '' },
    status,
  )
}
