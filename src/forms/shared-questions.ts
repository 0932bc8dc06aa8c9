// Questions that more than one form asks in the same words.
import { email, language, phone } from './contact-questions.ts'
import { timeZone } from './place-and-time-questions.ts'
import { optional } from './question.ts'
import { choice, choices, text } from './questions.ts'

export const fullName = text({
  label: { en: 'Full name', fr: 'Nom et prénom', es: 'Nombre y apellidos' },
  max: 200,
  min: 2,
})

export const position = text({
  label: { en: 'Title or position', fr: 'Titre ou fonction', es: 'Cargo' },
  max: 200,
  min: 2,
})

export const emailAddress = email({
  label: { en: 'Email address', fr: 'Adresse électronique', es: 'Correo electrónico' },
})

export const preferredLanguage = language({
  label: { en: 'Preferred language', fr: 'Langue de préférence', es: 'Idioma de preferencia' },
  hint: {
    en: 'The language in which we will write.',
    fr: 'La langue dans laquelle nous vous écrirons.',
    es: 'El idioma en el que le escribiremos.',
  },
})

/** How to reach the person whom we write to. */
export const contactDetails = {
  name: fullName,
  role: text({
    label: {
      en: 'Role in relation to this form',
      fr: 'Rôle dans le cadre de cette démarche',
      es: 'Función en relación con esta solicitud',
    },
    hint: {
      en: 'For example: programme manager, open government focal point.',
      fr: 'Par exemple : responsable de programme, référent pour le gouvernement ouvert.',
      es: 'Por ejemplo: responsable de programa, enlace de gobierno abierto.',
    },
    max: 200,
    min: 2,
  }),
  email: emailAddress,
  phone: optional(
    phone({
      label: { en: 'Telephone', fr: 'Téléphone', es: 'Teléfono' },
      hint: {
        en: 'With the country code.',
        fr: 'Avec l’indicatif du pays.',
        es: 'Con el prefijo del país.',
      },
    }),
  ),
  language: preferredLanguage,
  timeZone: timeZone({
    label: { en: 'Time zone', fr: 'Fuseau horaire', es: 'Zona horaria' },
    hint: {
      en: 'So that we suggest times that suit you.',
      fr: 'Pour vous proposer des horaires qui vous conviennent.',
      es: 'Para proponerle horarios que le convengan.',
    },
  }),
}

const JUSTICE_THEMES = {
  'access-to-justice': { en: 'Access to justice', fr: 'Accès à la justice', es: 'Acceso a la justicia' },
  'open-justice': { en: 'Open justice', fr: 'Justice ouverte', es: 'Justicia abierta' },
  'legal-empowerment': {
    en: 'Legal empowerment',
    fr: 'Autonomisation juridique',
    es: 'Empoderamiento jurídico',
  },
  'justice-as-a-means': {
    en: 'Justice as a means to enforce open government',
    fr: 'La justice comme moyen de faire respecter le gouvernement ouvert',
    es: 'La justicia como medio para hacer valer el gobierno abierto',
  },
  'data-and-evidence': {
    en: 'Justice data and evidence',
    fr: 'Données et éléments probants sur la justice',
    es: 'Datos y evidencia sobre la justicia',
  },
  other: { en: 'Other', fr: 'Autre', es: 'Otro' },
} as const

export const justiceThemes = choices(JUSTICE_THEMES, {
  label: { en: 'Justice themes', fr: 'Thèmes liés à la justice', es: 'Temas de justicia' },
  hint: {
    en: 'Choose all that apply.',
    fr: 'Choisissez tous les thèmes concernés.',
    es: 'Elija todos los que correspondan.',
  },
})

// The version of the notice is the answer: a submission then tells which text its sender had before them.
const PRIVACY_NOTICES = {
  '2026-1': {
    en: 'I have read the privacy notice (version 2026-1)',
    fr: 'J’ai lu l’avis de confidentialité (version 2026-1)',
    es: 'He leído el aviso de privacidad (versión 2026-1)',
  },
} as const

export const privacyNotice = choice(PRIVACY_NOTICES, {
  label: { en: 'Privacy notice', fr: 'Avis de confidentialité', es: 'Aviso de privacidad' },
  hint: {
    en: 'Says what we do with your data, who sees it and when it is erased.',
    fr: 'Il indique ce que nous faisons de vos données, qui les voit et quand elles sont effacées.',
    es: 'Indica qué hacemos con sus datos, quién los ve y cuándo se eliminan.',
  },
})
