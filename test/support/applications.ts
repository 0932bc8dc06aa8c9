// A complete, valid payload of each form. Overrides replace top-level fields; undefined takes one out.

type Payload = Record<string, unknown>

const observer = {
  applicantType: 'civil-society',
  country: 'SL',
  operatingScope: 'national',
  organisationName: 'Freetown Legal Aid Network',
  organisationNameEnglish: 'Freetown Legal Aid Network',
  acronym: 'FLAN',
  legalStatus: 'non-profit',
  yearEstablished: 2009,
  registrationNumber: 'NGO/SL/2009/0417',
  website: ['https://legal-aid.example.org', 'https://legal-aid.example.org/fr'],
  fundingSources: ['foundations', 'members-and-donations'],
  governmentControl: false,
  conflictsOfInterest: 'One of our board members advises the Ministry of Justice without pay.',
  headOfOrganisation: { name: 'Isatu Bangura', title: 'Executive Director' },
  contact: {
    name: 'Mohamed Kamara',
    role: 'Programme Manager',
    email: 'mohamed.kamara@legal-aid.example.org',
    phone: '+232 76 123 456',
    language: 'en',
    timeZone: 'Africa/Freetown',
  },
  representatives: [
    {
      name: 'Mohamed Kamara',
      title: 'Programme Manager',
      email: 'mohamed.kamara@legal-aid.example.org',
      language: 'en',
    },
    {
      name: 'Aminata Sesay',
      title: 'Paralegal Coordinator',
      email: 'aminata.sesay@legal-aid.example.org',
      language: 'fr',
    },
  ],
  interpretation: ['fr', 'ils'],
  accessNeeds: 'Aminata uses a wheelchair; captions help both of us.',
  participation: 'one-meeting',
  meeting: 'Coalition meeting, spring 2027',
  justiceThemes: ['access-to-justice', 'legal-empowerment'],
  relevantWork:
    'Since 2009 our paralegals have advised people in the eastern chiefdoms on land, family and labour matters.\n' +
    'We run the help desk of the Freetown magistrates’ court and publish what people ask there every quarter.',
  motivation:
    'We would like to bring what paralegals see every day into the commitments of the next action plan.',
  contribution:
    'Case data without names from 42 community desks, and a method to train paralegals in six weeks.',
  publication: 'name-and-country',
  declarations: { authorised: true, undertakings: true, privacyNotice: '2026-1' },
} satisfies Payload

const support = {
  jurisdiction: 'kenya',
  institution: 'The Judiciary of Kenya',
  branch: 'judiciary',
  level: 'national',
  contact: {
    name: 'Wanjiru Mwangi',
    role: 'Open justice focal point',
    jobTitle: 'Deputy Registrar',
    email: 'wanjiru.mwangi@court.example.org',
    phone: '+254 20 555 0100',
    language: 'en',
    timeZone: 'Africa/Nairobi',
  },
  isPointOfContact: false,
  pointOfContactEmail: 'ogp.poc@government.example.org',
  actionPlan: 'plan',
  actionPlanLabel: '2026–2029',
  cycleStage: 'implementing',
  commitment: {
    title: 'Small claims decided within sixty days, in public',
    problem: 'People with small claims wait long and cannot see why.',
    description:
      'Each small claims court publishes how long its cases take, and court users’ committees discuss it.',
    howItHelps: 'What is published and discussed can be corrected while it happens.',
    values: ['transparency', 'public-accountability'],
    leadAgency: 'Office of the Chief Registrar',
    startDate: '2026-07-01',
    endDate: '2029-06-30',
  },
  milestones: [
    {
      title: 'Figures of ten courts published',
      startDate: '2026-09-01',
      endDate: '2027-03-31',
      responsible: 'Directorate of ICT',
      status: 'limited',
    },
    { title: 'Court users’ committees meet each quarter', status: 'not-started' },
  ],
  openGovChallenge: 'interested',
  justiceThemes: ['open-justice', 'data-and-evidence'],
  supportTypes: ['peer-exchange', 'monitoring-and-learning'],
  desiredOutcome: 'A way to publish court figures that the public understands, tried in ten courts.',
  triedSoFar: 'A dashboard for judges, which the public cannot see.',
  neededBy: '2099-03-31',
  neededByReason: 'forum-meeting',
  civilSociety: 'yes',
  partners: [{ name: 'Nairobi Court Users Forum', consent: true }],
  resources: ['staff', 'political-backing'],
  modality: 'mixed',
  languages: ['en', 'sw'],
  availability: 'Weekdays from 9:00 to 16:00, not in the August recess.',
  confidentiality: 'public-summary',
  publicSummary: 'Kenya’s Judiciary asks how other members publish figures of their courts.',
  authorisedBy: { name: 'Grace Achieng', title: 'Chief Registrar', confirmed: true },
  declarations: { privacyNotice: '2026-1' },
} satisfies Payload

/** A civil society organisation in Sierra Leone asks to observe. */
export const observerApplication = (overrides: Payload = {}): Payload => changed(observer, overrides)

/** Kenya's Judiciary asks for support. */
export const supportRequest = (overrides: Payload = {}): Payload => changed(support, overrides)

function changed(payload: Payload, overrides: Payload): Payload {
  const entries = Object.entries({ ...structuredClone(payload), ...overrides })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}
