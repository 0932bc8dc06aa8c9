// Questions that more than one form asks in the same words.
import { email, language, phone } from './contact-questions.ts'
import { timeZone } from './place-and-time-questions.ts'
import { optional } from './question.ts'
import { choice, choices, text } from './questions.ts'

export const fullName = text({
  label: {
    en: 'Full name',
    fr: 'Nom et prénom',
    es: 'Nombre y apellidos',
    pt: 'Nome completo',
    ar: 'الاسم الكامل',
  },
  max: 200,
  min: 2,
})

export const position = text({
  label: {
    en: 'Title or position',
    fr: 'Titre ou fonction',
    es: 'Cargo',
    pt: 'Cargo ou função',
    ar: 'اللقب أو المنصب',
  },
  max: 200,
  min: 2,
})

export const emailAddress = email({
  label: {
    en: 'Email address',
    fr: 'Adresse électronique',
    es: 'Correo electrónico',
    pt: 'Endereço de e-mail',
    ar: 'البريد الإلكتروني',
  },
})

export const preferredLanguage = language({
  label: {
    en: 'Preferred language',
    fr: 'Langue de préférence',
    es: 'Idioma de preferencia',
    pt: 'Idioma de preferência',
    ar: 'اللغة المفضلة',
  },
  hint: {
    en: 'The language in which we will write.',
    fr: 'La langue dans laquelle nous vous écrirons.',
    es: 'El idioma en el que le escribiremos.',
    pt: 'O idioma em que escreveremos.',
    ar: 'اللغة التي سنراسلكم بها.',
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
      pt: 'Papel em relação a este pedido',
      ar: 'دوركم في هذا الطلب',
    },
    hint: {
      en: 'For example: programme manager, open government focal point.',
      fr: 'Par exemple : responsable de programme, référent pour le gouvernement ouvert.',
      es: 'Por ejemplo: responsable de programa, enlace de gobierno abierto.',
      pt: 'Por exemplo: responsável de programa, ponto focal de governo aberto.',
      ar: 'مثلًا: مدير برنامج، منسق الحكومة المنفتحة.',
    },
    max: 200,
    min: 2,
  }),
  email: emailAddress,
  phone: optional(
    phone({
      label: { en: 'Telephone', fr: 'Téléphone', es: 'Teléfono', pt: 'Telefone', ar: 'الهاتف' },
      hint: {
        en: 'With the country code.',
        fr: 'Avec l’indicatif du pays.',
        es: 'Con el prefijo del país.',
        pt: 'Com o código do país.',
        ar: 'مع رمز البلد.',
      },
    }),
  ),
  language: preferredLanguage,
  timeZone: timeZone({
    label: {
      en: 'Time zone',
      fr: 'Fuseau horaire',
      es: 'Zona horaria',
      pt: 'Fuso horário',
      ar: 'المنطقة الزمنية',
    },
    hint: {
      en: 'So that we suggest times that suit you.',
      fr: 'Pour vous proposer des horaires qui vous conviennent.',
      es: 'Para proponerle horarios que le convengan.',
      pt: 'Para propormos horários convenientes.',
      ar: 'لكي نقترح عليكم مواعيد مناسبة.',
    },
  }),
}

const JUSTICE_THEMES = {
  'access-to-justice': {
    en: 'Access to justice',
    fr: 'Accès à la justice',
    es: 'Acceso a la justicia',
    pt: 'Acesso à justiça',
    ar: 'الوصول إلى العدالة',
  },
  'open-justice': {
    en: 'Open justice',
    fr: 'Justice ouverte',
    es: 'Justicia abierta',
    pt: 'Justiça aberta',
    ar: 'العدالة المنفتحة',
  },
  'legal-empowerment': {
    en: 'Legal empowerment',
    fr: 'Autonomisation juridique',
    es: 'Empoderamiento jurídico',
    pt: 'Empoderamento jurídico',
    ar: 'التمكين القانوني',
  },
  'justice-as-a-means': {
    en: 'Justice as a means to enforce open government',
    fr: 'La justice comme moyen de faire respecter le gouvernement ouvert',
    es: 'La justicia como medio para hacer valer el gobierno abierto',
    pt: 'A justiça como meio de fazer valer o governo aberto',
    ar: 'العدالة وسيلةً لإنفاذ الحكومة المنفتحة',
  },
  'data-and-evidence': {
    en: 'Justice data and evidence',
    fr: 'Données et éléments probants sur la justice',
    es: 'Datos y evidencia sobre la justicia',
    pt: 'Dados e evidências sobre a justiça',
    ar: 'بيانات العدالة وأدلتها',
  },
  other: { en: 'Other', fr: 'Autre', es: 'Otro', pt: 'Outro', ar: 'غير ذلك' },
} as const

export const justiceThemes = choices(JUSTICE_THEMES, {
  label: {
    en: 'Justice themes',
    fr: 'Thèmes liés à la justice',
    es: 'Temas de justicia',
    pt: 'Temas de justiça',
    ar: 'مواضيع العدالة',
  },
  hint: {
    en: 'Choose all that apply.',
    fr: 'Choisissez tous les thèmes concernés.',
    es: 'Elija todos los que correspondan.',
    pt: 'Escolha todas as opções que se aplicam.',
    ar: 'يُرجى اختيار كل ما ينطبق.',
  },
})

// The version of the notice is the answer: a submission then tells which text its sender had before them.
const PRIVACY_NOTICES = {
  '2026-1': {
    en: 'I have read the privacy notice (version 2026-1)',
    fr: 'J’ai lu l’avis de confidentialité (version 2026-1)',
    es: 'He leído el aviso de privacidad (versión 2026-1)',
    pt: 'Li o aviso de privacidade (versão 2026-1)',
    ar: 'قرأتُ إشعار الخصوصية (الإصدار 2026-1)',
  },
} as const

export const privacyNotice = choice(PRIVACY_NOTICES, {
  label: {
    en: 'Privacy notice',
    fr: 'Avis de confidentialité',
    es: 'Aviso de privacidad',
    pt: 'Aviso de privacidade',
    ar: 'إشعار الخصوصية',
  },
  hint: {
    en: 'Says what we do with your data, who sees it and when it is erased.',
    fr: 'Il indique ce que nous faisons de vos données, qui les voit et quand elles sont effacées.',
    es: 'Indica qué hacemos con sus datos, quién los ve y cuándo se eliminan.',
    pt: 'Explica o que fazemos com os seus dados, quem os vê e quando são apagados.',
    ar: 'يوضح ما نفعله ببياناتكم ومن يطّلع عليها ومتى تُمحى.',
  },
})
