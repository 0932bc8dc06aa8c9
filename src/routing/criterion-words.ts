// What each criterion is called: the column heading and the field's label, and the label as the subject of a sentence.
import type { Text } from '../kernel/languages.ts'

export const CRITERION_WORDS = {
  form: {
    label: { en: 'Form', fr: 'Formulaire', es: 'Formulario', pt: 'Formulário', ar: 'الاستمارة' },
    subject: { en: 'form', fr: 'le formulaire', es: 'el formulario', pt: 'o formulário', ar: 'الاستمارة' },
  },
  region: {
    label: { en: 'Region', fr: 'Région', es: 'Región', pt: 'Região', ar: 'المنطقة' },
    subject: { en: 'region', fr: 'la région', es: 'la región', pt: 'a região', ar: 'المنطقة' },
  },
  country: {
    label: { en: 'Country', fr: 'Pays', es: 'País', pt: 'País', ar: 'البلد' },
    subject: { en: 'country', fr: 'le pays', es: 'el país', pt: 'o país', ar: 'البلد' },
  },
  jurisdiction: {
    label: {
      en: 'OGP member',
      fr: 'Membre du PGO',
      es: 'Miembro de la AGA',
      pt: 'Membro da OGP',
      ar: 'العضو في شراكة الحكومة المنفتحة',
    },
    subject: {
      en: 'OGP member',
      fr: 'le membre du PGO',
      es: 'el miembro de la AGA',
      pt: 'o membro da OGP',
      ar: 'العضو في شراكة الحكومة المنفتحة',
    },
  },
  language: {
    label: { en: 'Language', fr: 'Langue', es: 'Idioma', pt: 'Idioma', ar: 'اللغة' },
    subject: { en: 'language', fr: 'la langue', es: 'el idioma', pt: 'o idioma', ar: 'اللغة' },
  },
  applicantType: {
    label: {
      en: 'Type of applicant',
      fr: 'Type de demandeur',
      es: 'Tipo de solicitante',
      pt: 'Tipo de requerente',
      ar: 'نوع مقدّم الطلب',
    },
    subject: {
      en: 'type of applicant',
      fr: 'le type de demandeur',
      es: 'el tipo de solicitante',
      pt: 'o tipo de requerente',
      ar: 'نوع مقدّم الطلب',
    },
  },
  supportTypes: {
    label: {
      en: 'Kinds of support',
      fr: 'Types d’appui',
      es: 'Tipos de apoyo',
      pt: 'Tipos de apoio',
      ar: 'أنواع الدعم',
    },
    subject: {
      en: 'kinds of support',
      fr: 'les types d’appui',
      es: 'los tipos de apoyo',
      pt: 'os tipos de apoio',
      ar: 'أنواع الدعم',
    },
  },
  themes: {
    label: {
      en: 'Justice themes',
      fr: 'Thèmes de justice',
      es: 'Temas de justicia',
      pt: 'Temas de justiça',
      ar: 'مواضيع العدالة',
    },
    subject: {
      en: 'justice themes',
      fr: 'les thèmes de justice',
      es: 'los temas de justicia',
      pt: 'os temas de justiça',
      ar: 'مواضيع العدالة',
    },
  },
  branch: {
    label: {
      en: 'Branch of government',
      fr: 'Pouvoir public',
      es: 'Poder del Estado',
      pt: 'Poder do Estado',
      ar: 'السلطة',
    },
    subject: {
      en: 'branch of government',
      fr: 'le pouvoir public',
      es: 'el poder del Estado',
      pt: 'o poder do Estado',
      ar: 'السلطة',
    },
  },
  neededWithinDays: {
    label: {
      en: 'Needed within (days)',
      fr: 'Échéance (jours)',
      es: 'Plazo (días)',
      pt: 'Prazo (dias)',
      ar: 'المهلة (بالأيام)',
    },
    subject: { en: 'time left', fr: 'le délai', es: 'el plazo', pt: 'o prazo', ar: 'المهلة' },
  },
} as const satisfies Record<string, { label: Text; subject: Text }>
