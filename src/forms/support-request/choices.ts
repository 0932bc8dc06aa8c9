// The words that the support-request form offers.

export const CONSULTED = {
  yes: { en: 'Yes', fr: 'Oui', es: 'Sí', pt: 'Sim', ar: 'نعم' },
  no: { en: 'No', fr: 'Non', es: 'No', pt: 'Não', ar: 'لا' },
  planned: { en: 'Planned', fr: 'Prévu', es: 'Previsto', pt: 'Prevista', ar: 'مقررة' },
} as const

export const RESOURCES = {
  staff: { en: 'Staff', fr: 'Personnel', es: 'Personal', pt: 'Pessoal', ar: 'موظفون' },
  budget: { en: 'Budget', fr: 'Budget', es: 'Presupuesto', pt: 'Orçamento', ar: 'ميزانية' },
  expertise: {
    en: 'Technical expertise',
    fr: 'Expertise technique',
    es: 'Conocimientos técnicos',
    pt: 'Conhecimento técnico',
    ar: 'خبرة فنية',
  },
  'political-backing': {
    en: 'Political backing',
    fr: 'Appui politique',
    es: 'Respaldo político',
    pt: 'Apoio político',
    ar: 'دعم سياسي',
  },
  'development-partner': {
    en: 'Help from a development partner',
    fr: 'Aide d’un partenaire de développement',
    es: 'Ayuda de un socio para el desarrollo',
    pt: 'Ajuda de um parceiro de desenvolvimento',
    ar: 'مساعدة من شريك إنمائي',
  },
  none: {
    en: 'None yet',
    fr: 'Aucune pour l’instant',
    es: 'Ninguno por ahora',
    pt: 'Nenhum por enquanto',
    ar: 'لا شيء حتى الآن',
  },
} as const

export const MODALITIES = {
  remote: { en: 'Remote', fr: 'À distance', es: 'A distancia', pt: 'À distância', ar: 'عن بُعد' },
  'in-person': { en: 'In person', fr: 'En présentiel', es: 'Presencial', pt: 'Presencial', ar: 'حضوريًا' },
  mixed: {
    en: 'Remote and in person',
    fr: 'À distance et en présentiel',
    es: 'A distancia y presencial',
    pt: 'À distância e presencial',
    ar: 'عن بُعد وحضوريًا',
  },
} as const

export const CONFIDENTIALITIES = {
  'public-summary': {
    en: 'A summary may be published',
    fr: 'Un résumé peut être publié',
    es: 'Se puede publicar un resumen',
    pt: 'Um resumo pode ser publicado',
    ar: 'يجوز نشر ملخص',
  },
  internal: {
    en: 'Internal to the Support Unit and the Coalition',
    fr: 'Réservé à l’Unité d’appui et à la Coalition',
    es: 'De uso interno de la Unidad de Apoyo y la Coalición',
    pt: 'Uso interno da Unidade de Apoio e da Coalizão',
    ar: 'للاستخدام الداخلي في وحدة الدعم والتحالف',
  },
  embargo: {
    en: 'Internal until a date',
    fr: 'Sous embargo jusqu’à une date',
    es: 'Embargo hasta una fecha',
    pt: 'Embargo até uma data',
    ar: 'للاستخدام الداخلي حتى تاريخ معيّن',
  },
} as const
