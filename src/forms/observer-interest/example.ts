/** A civil society organisation in Sierra Leone asks to observe: every kind of answer, all of it made up. */
export const example = {
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
}
