// Applications for the demonstration: made up, of the kinds that really come. Each changes the form's own example.
import type { Language } from '../kernel/languages.ts'
import { example as observer } from '../forms/observer-interest/example.ts'
import { example as support } from '../forms/support-request/example.ts'

interface DemoApplication {
  path: string
  language: Language
  answers: Record<string, unknown>
}

/** What is asked for, in the applicant's own words. */
const asked = (title: string, problem: string, desiredOutcome: string) => ({
  commitment: {
    ...support.commitment,
    title,
    problem,
    description: `${title}. ${problem}`,
    howItHelps: desiredOutcome,
  },
  desiredOutcome,
  triedSoFar: undefined,
  publicSummary: `${title}. ${desiredOutcome}`,
  pointOfContactEmail: undefined,
  isPointOfContact: true,
})

const observers: readonly [DemoApplication['language'], string, string, Record<string, unknown>][] = [
  ['en', 'SL', 'Freetown Legal Aid Network', {}],
  [
    'fr',
    'SN',
    'Réseau sénégalais pour l’accès à la justice',
    {
      acronym: 'RSAJ',
      relevantWork: 'Nos boutiques de droit accueillent chaque mois huit cents personnes dans six régions.',
      motivation: 'Nous voulons que les juridictions de proximité entrent dans le prochain plan d’action.',
      contribution: 'Notre expérience de la médiation en wolof et en pulaar, et nos relevés de délais.',
    },
  ],
  [
    'es',
    'AR',
    'Centro de Datos Judiciales Abiertos',
    {
      justiceThemes: ['open-justice', 'data-and-evidence'],
      relevantWork: 'Reunimos en formato abierto las sentencias de doce provincias y medimos su publicación.',
      motivation: 'Queremos comparar nuestros indicadores con los de otros países de la región.',
      contribution: 'Un modelo de datos para sentencias y las herramientas con que las anonimizamos.',
    },
  ],
  [
    'en',
    'PH',
    'Paralegals of Mindanao',
    {
      operatingScope: 'local',
      relevantWork: 'Forty volunteers settle land and family disputes with village elders in Bukidnon.',
      motivation: 'Nobody at national meetings speaks for people whose nearest court is a day away.',
      contribution: 'How mediation by elders is recorded so that a court can rely on it later.',
    },
  ],
  [
    'en',
    'NL',
    'Legal Empowerment Research Group',
    {
      applicantType: 'academia',
      relevantWork: 'We have studied what legal help changes in the lives of nine thousand households.',
      motivation:
        'Commitments are rarely measured by what people experience; we would like to help with that.',
      contribution: 'Questionnaires in eleven languages, free to use, and advice on sampling.',
    },
  ],
]
const supports: readonly [DemoApplication['language'], string, string, Record<string, unknown>][] = [
  ['en', 'kenya', 'The Judiciary of Kenya', {}],
  [
    'fr',
    'senegal',
    'Ministère de la Justice du Sénégal',
    {
      branch: 'executive',
      ...asked(
        'Publier les délais des tribunaux d’instance',
        'Personne ne sait combien de temps dure une affaire ordinaire, pas même les greffes.',
        'Un engagement rédigé avec la société civile, avec des indicateurs que les greffes peuvent tenir.',
      ),
    },
  ],
  [
    'es',
    'chile',
    'Poder Judicial de Chile',
    {
      supportTypes: ['commitment-design'],
      ...asked(
        'Lenguaje claro en las resoluciones de familia',
        'Quienes reciben una sentencia de alimentos no entienden qué deben pagar ni desde cuándo.',
        'Una guía probada con personas usuarias en tres tribunales, lista para el próximo plan.',
      ),
    },
  ],
  [
    'es',
    'buenos-aires-argentina',
    'Ciudad de Buenos Aires',
    {
      level: 'local',
      branch: 'executive',
      ...asked(
        'Centros de acceso a la justicia en cada comuna',
        'Los vecinos de las villas viajan dos horas para una consulta que dura diez minutos.',
        'Aprender de otras ciudades cómo abrieron centros con organizaciones del barrio.',
      ),
    },
  ],
]

// One address and domain for each, so that the mailbox shows who gets what.
const addressOf = (name: string) =>
  `info@${name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .join('-')
    .toLowerCase()}.example`

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
