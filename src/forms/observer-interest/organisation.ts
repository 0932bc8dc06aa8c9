import { webAddress } from '../contact-questions.ts'
import { year } from '../place-and-time-questions.ts'
import { onlyWhen, optional } from '../question.ts'
import { choice, choices, list, longText, text, yesNo } from '../questions.ts'
import { FUNDING_SOURCES, LEGAL_STATUSES } from './organisation-choices.ts'

export const organisation = {
  title: {
    en: 'Your organisation',
    fr: 'Votre organisation',
    es: 'Su organización',
    pt: 'A sua organização',
    ar: 'منظمتكم',
  },
  questions: {
    organisationName: text({
      label: {
        en: 'Organisation name',
        fr: 'Nom de l’organisation',
        es: 'Nombre de la organización',
        pt: 'Nome da organização',
        ar: 'اسم المنظمة',
      },
      hint: {
        en: 'As it is written in its own language.',
        fr: 'Tel qu’il s’écrit dans sa langue d’origine.',
        es: 'Tal como se escribe en su idioma original.',
        pt: 'Tal como se escreve no idioma original.',
        ar: 'كما يُكتب بلغته الأصلية.',
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
          pt: 'Nome da organização em inglês',
          ar: 'اسم المنظمة بالإنجليزية',
        },
        min: 2,
        max: 200,
      }),
    ),
    acronym: optional(
      text({ label: { en: 'Acronym', fr: 'Sigle', es: 'Siglas', pt: 'Sigla', ar: 'الاسم المختصر' }, max: 20 }),
    ),
    legalStatus: choice(LEGAL_STATUSES, {
      label: {
        en: 'Legal status',
        fr: 'Statut juridique',
        es: 'Situación jurídica',
        pt: 'Situação jurídica',
        ar: 'الوضع القانوني',
      },
    }),
    yearEstablished: optional(
      year({
        label: {
          en: 'Year established',
          fr: 'Année de création',
          es: 'Año de creación',
          pt: 'Ano de fundação',
          ar: 'سنة التأسيس',
        },
      }),
    ),
    registrationNumber: optional(
      text({
        label: {
          en: 'Registration number',
          fr: 'Numéro d’enregistrement',
          es: 'Número de registro',
          pt: 'Número de registro',
          ar: 'رقم التسجيل',
        },
        max: 100,
      }),
    ),
    website: optional(
      list(
        webAddress({
          label: {
            en: 'Web address',
            fr: 'Adresse web',
            es: 'Dirección web',
            pt: 'Endereço web',
            ar: 'عنوان الموقع الإلكتروني',
          },
        }),
        {
          label: { en: 'Websites', fr: 'Sites web', es: 'Sitios web', pt: 'Sites', ar: 'المواقع الإلكترونية' },
          hint: {
            en: 'Up to three addresses that start with http:// or https://.',
            fr: 'Jusqu’à trois adresses commençant par http:// ou https://.',
            es: 'Hasta tres direcciones que empiecen por http:// o https://.',
            pt: 'Até três endereços que comecem com http:// ou https://.',
            ar: 'حتى ثلاثة عناوين تبدأ بـ http:// أو https://.',
          },
          max: 3,
        },
      ),
    ),
    fundingSources: optional(
      choices(FUNDING_SOURCES, {
        label: {
          en: 'Sources of funding',
          fr: 'Sources de financement',
          es: 'Fuentes de financiación',
          pt: 'Fontes de financiamento',
          ar: 'مصادر التمويل',
        },
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
          pt: 'se o requerente for uma organização da sociedade civil',
          ar: 'إذا كان مقدّم الطلب منظمة مجتمع مدني',
        },
      },
      yesNo({
        label: {
          en: 'Government control',
          fr: 'Contrôle par un gouvernement',
          es: 'Control por un gobierno',
          pt: 'Controle por um governo',
          ar: 'سيطرة حكومية',
        },
        hint: {
          en: 'Does a government appoint your leadership, direct your work or hold a majority on your board?',
          fr: 'Un gouvernement nomme-t-il votre direction, oriente-t-il vos activités ou détient-il la majorité au sein de votre conseil ?',
          es: '¿Algún gobierno nombra a su dirección, orienta su trabajo o tiene mayoría en su junta directiva?',
          pt: 'Algum governo nomeia a sua direção, orienta o seu trabalho ou tem maioria no seu conselho?',
          ar: 'هل تعيّن حكومةٌ قيادتكم أو توجّه عملكم أو تملك الأغلبية في مجلس إدارتكم؟',
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
          pt: 'se um governo exercer esse controle',
          ar: 'إذا كانت لحكومةٍ هذه السيطرة',
        },
      },
      longText({
        label: {
          en: 'How the government controls the organisation',
          fr: 'Nature de ce contrôle',
          es: 'En qué consiste ese control',
          pt: 'Em que consiste esse controle',
          ar: 'كيف تسيطر الحكومة على المنظمة',
        },
        max: 1000,
      }),
    ),
    conflictsOfInterest: optional(
      longText({
        label: {
          en: 'Conflicts of interest',
          fr: 'Conflits d’intérêts',
          es: 'Conflictos de interés',
          pt: 'Conflitos de interesses',
          ar: 'تضارب المصالح',
        },
        hint: {
          en: 'Anything that could make others doubt your independence in the Coalition’s work.',
          fr: 'Tout ce qui pourrait faire douter de votre indépendance dans les travaux de la Coalition.',
          es: 'Todo lo que pueda hacer dudar de su independencia en el trabajo de la Coalición.',
          pt: 'Tudo o que possa levar outros a duvidar da sua independência no trabalho da Coalizão.',
          ar: 'كل ما قد يدعو الآخرين إلى الشك في استقلاليتكم في عمل التحالف.',
        },
        max: 1000,
      }),
    ),
  },
}
