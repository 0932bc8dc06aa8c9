// Where the plan and its commitment stand: the words offered.

export const ACTION_PLANS = {
  plan: {
    en: 'An action plan',
    fr: 'Un plan d’action',
    es: 'Un plan de acción',
    pt: 'Um plano de ação',
    ar: 'خطة عمل',
  },
  none: {
    en: 'No action plan yet',
    fr: 'Pas encore de plan d’action',
    es: 'Todavía ningún plan de acción',
    pt: 'Ainda sem plano de ação',
    ar: 'لا خطة عمل بعد',
  },
  challenge: {
    en: 'A standalone Open Gov Challenge',
    fr: 'Un défi Open Gov Challenge indépendant de tout plan',
    es: 'Un Desafío de Gobierno Abierto (Open Gov Challenge) independiente',
    pt: 'Um Desafio de Governo Aberto (Open Gov Challenge) independente',
    ar: 'تحدٍّ مستقل للحكومة المنفتحة (Open Gov Challenge)',
  },
} as const

export const CYCLE_STAGES = {
  planning: { en: 'Planning', fr: 'Préparation', es: 'Planificación', pt: 'Planejamento', ar: 'التخطيط' },
  'co-creating': {
    en: 'Co-creating',
    fr: 'Cocréation',
    es: 'Cocreación',
    pt: 'Cocriação',
    ar: 'الإعداد التشاركي',
  },
  finalising: {
    en: 'Finalising',
    fr: 'Finalisation',
    es: 'Finalización',
    pt: 'Finalização',
    ar: 'وضع الصيغة النهائية',
  },
  submitted: {
    en: 'Submitted',
    fr: 'Plan soumis',
    es: 'Plan presentado',
    pt: 'Plano apresentado',
    ar: 'قُدّمت الخطة',
  },
  implementing: {
    en: 'Implementing',
    fr: 'Mise en œuvre',
    es: 'Implementación',
    pt: 'Implementação',
    ar: 'التنفيذ',
  },
  monitoring: { en: 'Monitoring', fr: 'Suivi', es: 'Seguimiento', pt: 'Monitoramento', ar: 'الرصد' },
  'no-plan': { en: 'No plan', fr: 'Aucun plan', es: 'Ningún plan', pt: 'Nenhum plano', ar: 'لا توجد خطة' },
  'open-gov-challenge': {
    en: 'Open Gov Challenge',
    fr: 'Open Gov Challenge',
    es: 'Desafío de Gobierno Abierto (Open Gov Challenge)',
    pt: 'Desafio de Governo Aberto (Open Gov Challenge)',
    ar: 'تحدي الحكومة المنفتحة (Open Gov Challenge)',
  },
} as const

export const OGP_VALUES = {
  transparency: {
    en: 'Transparency',
    fr: 'Transparence',
    es: 'Transparencia',
    pt: 'Transparência',
    ar: 'الشفافية',
  },
  'civic-participation': {
    en: 'Civic participation',
    fr: 'Participation citoyenne',
    es: 'Participación ciudadana',
    pt: 'Participação cidadã',
    ar: 'المشاركة المدنية',
  },
  'public-accountability': {
    en: 'Public accountability',
    fr: 'Redevabilité publique',
    es: 'Rendición pública de cuentas',
    pt: 'Prestação de contas',
    ar: 'المساءلة العامة',
  },
} as const

export const MILESTONE_STATUSES = {
  'not-started': {
    en: 'Not started',
    fr: 'Non commencé',
    es: 'No iniciado',
    pt: 'Não iniciado',
    ar: 'لم يبدأ',
  },
  limited: { en: 'Limited', fr: 'Limité', es: 'Limitado', pt: 'Limitado', ar: 'محدود' },
  substantial: { en: 'Substantial', fr: 'Substantiel', es: 'Sustancial', pt: 'Substancial', ar: 'كبير' },
  completed: { en: 'Completed', fr: 'Achevé', es: 'Completado', pt: 'Concluído', ar: 'مكتمل' },
} as const

export const CHALLENGE_STATUSES = {
  no: { en: 'No', fr: 'Non', es: 'No', pt: 'Não', ar: 'لا' },
  submitted: {
    en: 'Submitted',
    fr: 'Proposition soumise',
    es: 'Propuesta presentada',
    pt: 'Proposta apresentada',
    ar: 'قُدّم المقترح',
  },
  interested: {
    en: 'Interested',
    fr: 'Intéressé',
    es: 'Con interés',
    pt: 'Há interesse',
    ar: 'مهتمون بالمشاركة',
  },
} as const
