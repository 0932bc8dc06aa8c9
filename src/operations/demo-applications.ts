// Applications for the demonstration: made up, of the kinds that really come. Each changes the form's own example.
import { example as observer } from '../forms/observer-interest/example.ts'
import { example as support } from '../forms/support-request/example.ts'

interface DemoApplication {
  path: string
  language: 'en' | 'fr' | 'es'
  answers: Record<string, unknown>
}

const observers: readonly [DemoApplication['language'], string, string, Record<string, unknown>][] = [
  ['en', 'SL', 'Freetown Legal Aid Network', {}],
  ['fr', 'SN', 'Réseau sénégalais pour l’accès à la justice', { acronym: 'RSAJ' }],
  [
    'es',
    'AR',
    'Centro de Datos Judiciales Abiertos',
    { justiceThemes: ['open-justice', 'data-and-evidence'] },
  ],
  ['en', 'PH', 'Paralegals of Mindanao', { operatingScope: 'local' }],
  ['en', 'NL', 'Legal Empowerment Research Group', { applicantType: 'academia' }],
]
const supports: readonly [DemoApplication['language'], string, string, Record<string, unknown>][] = [
  ['en', 'kenya', 'The Judiciary of Kenya', {}],
  ['fr', 'senegal', 'Ministère de la Justice du Sénégal', { branch: 'executive' }],
  ['es', 'chile', 'Poder Judicial de Chile', { supportTypes: ['commitment-design'] }],
  ['es', 'buenos-aires-argentina', 'Ciudad de Buenos Aires', { level: 'local', branch: 'executive' }],
]

// One address for each, so that the mailbox shows who gets what.
const addressOf = (name: string) =>
  `${name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .join('.')
    .toLowerCase()}@applicant.example`

const contact = <Contact extends object>(base: Contact, language: string, name: string) => ({
  ...base,
  language,
  email: addressOf(name),
})

export const DEMO_APPLICATIONS: readonly DemoApplication[] = [
  ...observers.map(([language, country, organisationName, rest]) => ({
    path: 'observer-applications',
    language,
    answers: {
      ...withoutConditional(observer, rest),
      country,
      organisationName,
      ...rest,
      contact: contact(observer.contact, language, organisationName),
    },
  })),
  ...supports.map(([language, jurisdiction, institution, rest]) => ({
    path: 'support-requests',
    language,
    answers: {
      ...support,
      jurisdiction,
      institution,
      ...rest,
      contact: contact(support.contact, language, institution),
    },
  })),
]

// Government control is asked of civil society only.
function withoutConditional(
  answers: typeof observer,
  rest: Record<string, unknown>,
): Record<string, unknown> {
  const { governmentControl, ...others } = answers
  return 'applicantType' in rest ? others : { ...others, governmentControl }
}
