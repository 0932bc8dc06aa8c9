import type { components } from './openapi.d.ts'

/** What an organisation in Ghana answers: a field that the form does not have, or a word that is no choice, does not compile. */
export const application: components['schemas']['ObserverInterest'] = {
  applicantType: 'civil-society',
  country: 'GH',
  operatingScope: 'national',
  organisationName: 'Accra Justice Desk',
  legalStatus: 'non-profit',
  governmentControl: false,
  headOfOrganisation: { name: 'Efua Mensah', title: 'Director' },
  contact: {
    name: 'Kojo Asante',
    role: 'Programme officer',
    email: 'kojo.asante@justice-desk.example.org',
    language: 'en',
    timeZone: 'Africa/Accra',
  },
  representatives: [
    {
      name: 'Kojo Asante',
      title: 'Programme officer',
      email: 'kojo.asante@justice-desk.example.org',
      language: 'en',
    },
  ],
  participation: 'standing',
  justiceThemes: ['access-to-justice', 'data-and-evidence'],
  relevantWork: 'We publish every month how long cases take in the courts of Greater Accra.',
  motivation: 'We would like to learn how other members turn such figures into commitments.',
  publication: 'name-and-country',
  declarations: { authorised: true, undertakings: true, privacyNotice: '2026-1' },
}
