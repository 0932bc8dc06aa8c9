// Who may ask: the words offered.

export const BRANCHES = {
  executive: {
    en: 'Executive',
    fr: 'Exécutif',
    es: 'Poder Ejecutivo',
    pt: 'Poder Executivo',
    ar: 'السلطة التنفيذية',
  },
  legislative: {
    en: 'Legislative',
    fr: 'Législatif',
    es: 'Poder Legislativo',
    pt: 'Poder Legislativo',
    ar: 'السلطة التشريعية',
  },
  judiciary: {
    en: 'Judiciary',
    fr: 'Judiciaire',
    es: 'Poder Judicial',
    pt: 'Poder Judiciário',
    ar: 'السلطة القضائية',
  },
  autonomous: {
    en: 'Autonomous institution',
    fr: 'Institution autonome',
    es: 'Organismo autónomo',
    pt: 'Instituição autônoma',
    ar: 'مؤسسة مستقلة',
  },
} as const

export const LEVELS = {
  national: { en: 'National', fr: 'National', es: 'Nacional', pt: 'Nacional', ar: 'وطني' },
  local: { en: 'Local', fr: 'Local', es: 'Local', pt: 'Local', ar: 'محلي' },
} as const
