// THE LIST of what can be administered on the desk: the pages under Settings, in the order in which they are offered.
import { may, type Permission, type Role } from '../roles.ts'

export interface SettingsPlace {
  name: string
  href: string
  /** Who may read it; changing it asks for more. */
  permission: Permission
  about: string
}

const SETTINGS: readonly SettingsPlace[] = [
  {
    name: 'People',
    href: '/desk/settings/people',
    permission: 'staff.manage',
    about: 'Who works here, with which roles; invitations and suspensions.',
  },
  {
    name: 'Teams',
    href: '/desk/settings/teams',
    permission: 'settings.read',
    about: 'Who reviews for which team, and how many open cases each person takes.',
  },
  {
    name: 'Absences',
    href: '/desk/settings/absences',
    permission: 'settings.read',
    about: 'Who is away and when; the cases that wait with them.',
  },
  {
    name: 'Conflicts of interest',
    href: '/desk/settings/conflicts',
    permission: 'settings.read',
    about: 'What people keep away from, besides their own country and organisation.',
  },
  {
    name: 'Routing rules',
    href: '/desk/settings/rules',
    permission: 'settings.read',
    about: 'Which team gets which case. Changes are tried on past cases before they are in force.',
  },
  {
    name: 'Service standard',
    href: '/desk/settings/service-standard',
    permission: 'settings.read',
    about: 'Within how many working days we answer; working days and holidays.',
  },
  {
    name: 'Emails',
    href: '/desk/settings/emails',
    permission: 'settings.read',
    about: 'Every email that the service sends: when, to whom, and in which words.',
  },
  {
    name: 'API tokens',
    href: '/desk/settings/tokens',
    permission: 'staff.manage',
    about: 'The programs that act for someone here, and when they last did.',
  },
]

/** Those that the person may read. */
export const settingsFor = (roles: readonly Role[]): SettingsPlace[] =>
  SETTINGS.filter(({ permission }) => may(roles, permission))
