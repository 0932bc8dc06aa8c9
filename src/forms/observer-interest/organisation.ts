import { webAddress } from '../contact-questions.ts'
import { year } from '../place-and-time-questions.ts'
import { onlyWhen, optional } from '../question.ts'
import { choice, choices, list, longText, text, yesNo } from '../questions.ts'
import { FUNDING_SOURCES, LEGAL_STATUSES } from './choices.ts'

export const organisation = {
  title: { en: 'Your organisation', fr: 'Votre organisation', es: 'Su organización' },
  questions: {
    organisationName: text({
      label: { en: 'Organisation name', fr: 'Nom de l’organisation', es: 'Nombre de la organización' },
      hint: {
        en: 'As it is written in its own language.',
        fr: 'Tel qu’il s’écrit dans sa langue d’origine.',
        es: 'Tal como se escribe en su idioma original.',
      },
      min: 2,
      max: 200,
    }),
    organisationNameEnglish: optional(
      text({
        label: {
          en: 'Organisation name in English',
          fr: 'Nom de l’organisation en anglais',
          es: 'Nombre de la organización en inglés',
        },
        min: 2,
        max: 200,
      }),
    ),
    acronym: optional(text({ label: { en: 'Acronym', fr: 'Sigle', es: 'Siglas' }, max: 20 })),
    legalStatus: choice(LEGAL_STATUSES, {
      label: { en: 'Legal status', fr: 'Statut juridique', es: 'Situación jurídica' },
    }),
    yearEstablished: optional(
      year({ label: { en: 'Year established', fr: 'Année de création', es: 'Año de creación' } }),
    ),
    registrationNumber: optional(
      text({
        label: { en: 'Registration number', fr: 'Numéro d’enregistrement', es: 'Número de registro' },
        max: 100,
      }),
    ),
    website: optional(
      list(webAddress({ label: { en: 'Web address', fr: 'Adresse web', es: 'Dirección web' } }), {
        label: { en: 'Websites', fr: 'Sites web', es: 'Sitios web' },
        hint: {
          en: 'Up to three addresses that start with http:// or https://.',
          fr: 'Jusqu’à trois adresses commençant par http:// ou https://.',
          es: 'Hasta tres direcciones que empiecen por http:// o https://.',
        },
        max: 3,
      }),
    ),
    fundingSources: optional(
      choices(FUNDING_SOURCES, {
        label: { en: 'Sources of funding', fr: 'Sources de financement', es: 'Fuentes de financiación' },
      }),
    ),
    governmentControl: onlyWhen(
      {
        question: 'applicantType',
        is: ['civil-society'],
        text: {
          en: 'if the applicant is a civil society organisation',
          fr: 'si le demandeur est une organisation de la société civile',
          es: 'si el solicitante es una organización de la sociedad civil',
        },
      },
      yesNo({
        label: {
          en: 'Government control',
          fr: 'Contrôle par un gouvernement',
          es: 'Control por un gobierno',
        },
        hint: {
          en: 'Does a government appoint your leadership, direct your work or hold a majority on your board?',
          fr: 'Un gouvernement nomme-t-il votre direction, oriente-t-il vos activités ou détient-il la majorité au sein de votre conseil ?',
          es: '¿Algún gobierno nombra a su dirección, orienta su trabajo o tiene mayoría en su junta directiva?',
        },
      }),
    ),
    governmentControlDetails: onlyWhen(
      {
        question: 'governmentControl',
        is: [true],
        text: {
          en: 'if a government has such control',
          fr: 'si un gouvernement exerce un tel contrôle',
          es: 'si un gobierno ejerce ese control',
        },
      },
      longText({
        label: {
          en: 'How the government controls the organisation',
          fr: 'Nature de ce contrôle',
          es: 'En qué consiste ese control',
        },
        max: 1000,
      }),
    ),
    conflictsOfInterest: optional(
      longText({
        label: { en: 'Conflicts of interest', fr: 'Conflits d’intérêts', es: 'Conflictos de interés' },
        hint: {
          en: 'Anything that could make others doubt your independence in the Coalition’s work.',
          fr: 'Tout ce qui pourrait faire douter de votre indépendance dans les travaux de la Coalition.',
          es: 'Todo lo que pueda hacer dudar de su independencia en el trabajo de la Coalición.',
        },
        max: 1000,
      }),
    ),
  },
}
