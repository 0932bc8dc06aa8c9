// Who may do what: the one table of roles and permissions. A route names the permission that it asks for.
export const ROLES = ['coordinator', 'reviewer', 'lead', 'auditor', 'administrator'] as const
export type Role = (typeof ROLES)[number]

export const PERMISSIONS = [
  'case.read',
  'case.read-all',
  'case.assign',
  'case.note',
  'case.review',
  'case.ask',
  'case.recommend',
  'case.decide',
  'case.close',
  'case.reopen',
  'case.carry-out',
  'meeting.organise',
  'mail.sort',
  'report.read',
  'report.export',
  'audit.read',
  'settings.read',
  'settings.write',
  'staff.manage',
  'operations.read',
] as const
export type Permission = (typeof PERMISSIONS)[number]

const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  coordinator: [
    'case.read',
    'case.read-all',
    'case.assign',
    'case.note',
    'case.review',
    'case.ask',
    'case.close',
    'case.reopen',
    'case.carry-out',
    'meeting.organise',
    'mail.sort',
    'report.read',
    'settings.read',
  ],
  reviewer: ['case.read', 'case.note', 'case.review', 'case.ask', 'case.recommend', 'case.carry-out'],
  lead: [
    'case.read',
    'case.read-all',
    'case.assign',
    'case.note',
    'case.review',
    'case.ask',
    'case.recommend',
    'case.decide',
    'case.close',
    'case.reopen',
    'case.carry-out',
    'meeting.organise',
    'mail.sort',
    'report.read',
    'report.export',
    'audit.read',
    'settings.read',
    'settings.write',
    'staff.manage',
  ],
  auditor: ['audit.read'],
  administrator: ['settings.read', 'settings.write', 'staff.manage', 'operations.read'],
}

/** Whether any of the roles grants the permission. */
export const may = (roles: readonly Role[], permission: Permission): boolean =>
  roles.some(role => GRANTS[role].includes(permission))
