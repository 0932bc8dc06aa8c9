// What happens to a meeting: on the office's stream the meeting itself, on the case of everybody invited what they are told of it.
import { defineEvent } from '../events/define-event.ts'

export const MEETING_PLANNED = 'meeting.planned'
export const MEETING_PLAN_CHANGED = 'meeting.plan-changed'
export const MEETING_PLAN_CANCELLED = 'meeting.plan-cancelled'
export const ACCESS_NEEDS_READ = 'meeting.access-needs-read'

/**
 * On a case. `details`: `meetingId`, `startsAt`, `endsAt`, `timeZone`, and `contactTimeZone` where the contact named one. `words`: `meeting` (its title),
 * `place`, `link`.
 */
export const MEETING_INVITED = defineEvent('meeting.invited', 'notify')
/** `details.changed` names the parts that changed, `details.before` has the hours before, `words.…Before` the rest. */
export const MEETING_CHANGED = defineEvent('meeting.changed', 'notify')
export const MEETING_CANCELLED = defineEvent('meeting.cancelled', 'notify')
export const INVITATION_WITHDRAWN = defineEvent('meeting.invitation-withdrawn', 'notify')
