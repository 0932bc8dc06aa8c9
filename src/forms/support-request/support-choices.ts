// What may be asked for, and why by a date: the words offered.

export const SUPPORT_TYPES = {
  'guidance-on-standards': {
    en: 'Guidance on OGP standards',
    fr: 'Conseils sur les normes du PGO',
    es: 'Orientación sobre los estándares de la AGA',
    pt: 'Orientação sobre os padrões da OGP',
    ar: 'إرشادات بشأن معايير شراكة الحكومة المنفتحة',
  },
  'co-creation-facilitation': {
    en: 'Facilitation of co-creation',
    fr: 'Facilitation de la cocréation',
    es: 'Facilitación de la cocreación',
    pt: 'Facilitação da cocriação',
    ar: 'تيسير الإعداد التشاركي',
  },
  'commitment-design': {
    en: 'Commitment design',
    fr: 'Conception d’engagements',
    es: 'Diseño de compromisos',
    pt: 'Elaboração de compromissos',
    ar: 'تصميم الالتزامات',
  },
  'peer-exchange': {
    en: 'Peer exchange',
    fr: 'Échanges entre pairs',
    es: 'Intercambio entre pares',
    pt: 'Intercâmbio entre pares',
    ar: 'التبادل بين النظراء',
  },
  'expert-or-partner-brokering': {
    en: 'Contact with experts or partners',
    fr: 'Mise en relation avec des experts ou des partenaires',
    es: 'Contacto con personas expertas o socios',
    pt: 'Contato com especialistas ou parceiros',
    ar: 'التواصل مع خبراء أو شركاء',
  },
  implementation: {
    en: 'Implementation',
    fr: 'Mise en œuvre',
    es: 'Implementación',
    pt: 'Implementação',
    ar: 'التنفيذ',
  },
  'monitoring-and-learning': {
    en: 'Monitoring and learning',
    fr: 'Suivi et apprentissage',
    es: 'Seguimiento y aprendizaje',
    pt: 'Monitoramento e aprendizagem',
    ar: 'الرصد والتعلم',
  },
  'high-level-engagement': {
    en: 'High-level engagement',
    fr: 'Mobilisation à haut niveau',
    es: 'Diálogo de alto nivel',
    pt: 'Diálogo de alto nível',
    ar: 'تواصل رفيع المستوى',
  },
  visibility: {
    en: 'Visibility',
    fr: 'Visibilité',
    es: 'Visibilidad',
    pt: 'Visibilidade',
    ar: 'التعريف بالعمل',
  },
  other: { en: 'Other', fr: 'Autre', es: 'Otro', pt: 'Outro', ar: 'غير ذلك' },
} as const

export const NEEDED_BY_REASONS = {
  'plan-deadline': {
    en: 'Deadline of the action plan',
    fr: 'Échéance du plan d’action',
    es: 'Plazo del plan de acción',
    pt: 'Prazo do plano de ação',
    ar: 'الموعد النهائي لخطة العمل',
  },
  'forum-meeting': {
    en: 'Meeting of the multi-stakeholder forum',
    fr: 'Réunion du forum multi-acteurs',
    es: 'Reunión del foro multiactor',
    pt: 'Reunião do fórum multissetorial',
    ar: 'اجتماع منتدى أصحاب المصلحة المتعددين',
  },
  'legislative-window': {
    en: 'Legislative window',
    fr: 'Calendrier législatif',
    es: 'Calendario legislativo',
    pt: 'Calendário legislativo',
    ar: 'فرصة تشريعية',
  },
  election: { en: 'Election', fr: 'Élection', es: 'Elecciones', pt: 'Eleição', ar: 'انتخابات' },
  event: { en: 'Event', fr: 'Événement', es: 'Evento', pt: 'Evento', ar: 'فعالية' },
  other: { en: 'Other', fr: 'Autre', es: 'Otro', pt: 'Outro', ar: 'غير ذلك' },
} as const
