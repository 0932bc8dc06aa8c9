// A page of the desk: its frame shows who is signed in and the places that this person may go to.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendPage } from '../web/views.ts'
import { signedIn } from './guard.ts'
import { may, type Permission, type Role } from './roles.ts'

const PLACES: readonly { name: string; href: string; permission: Permission }[] = [
  { name: 'Cases', href: '/desk/cases', permission: 'case.read' },
  { name: 'People', href: '/desk/settings/people', permission: 'staff.manage' },
]

/** Where the desk begins for who has these roles. */
export const firstPlace = (roles: readonly Role[]): string =>
  PLACES.find(({ permission }) => may(roles, permission))?.href ?? '/desk/account'

/** Answers the signed-in person with a page whose view extends `web/views/desk.njk`. */
export function sendDeskPage(
  reply: FastifyReply,
  request: FastifyRequest,
  view: string,
  context: Record<string, unknown>,
  status = 200,
): FastifyReply {
  const { name, timeZone, roles, csrf } = signedIn(request)
  const places = PLACES.filter(({ permission }) => may(roles, permission))
  // The desk speaks English for now: dates are written as its texts are.
  const me = { name, timeZone, language: 'en', places }
  return sendPage(reply, request, view, { ...context, me, csrf: csrf ?? '' }, status)
}
