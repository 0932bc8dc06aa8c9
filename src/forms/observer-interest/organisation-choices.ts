// What kind of organisation applies: the words offered.

export const LEGAL_STATUSES = {
  'public-body': {
    en: 'Public body',
    fr: 'Organisme public',
    es: 'Organismo público',
    pt: 'Órgão público',
    ar: 'هيئة عامة',
  },
  'non-profit': {
    en: 'Registered non-profit (association, foundation, trust)',
    fr: 'Organisme sans but lucratif enregistré (association, fondation)',
    es: 'Entidad sin fines de lucro registrada (asociación, fundación)',
    pt: 'Entidade sem fins lucrativos registrada (associação, fundação)',
    ar: 'جهة غير ربحية مسجَّلة (جمعية، مؤسسة، وقف)',
  },
  company: { en: 'Company', fr: 'Entreprise', es: 'Empresa', pt: 'Empresa', ar: 'شركة' },
  'university-or-institute': {
    en: 'University or institute',
    fr: 'Université ou institut',
    es: 'Universidad o instituto',
    pt: 'Universidade ou instituto',
    ar: 'جامعة أو معهد',
  },
  'set-up-by-treaty': {
    en: 'Set up by treaty or agreement between states',
    fr: 'Créée par un traité ou un accord entre États',
    es: 'Creada por un tratado o acuerdo entre Estados',
    pt: 'Criada por tratado ou acordo entre Estados',
    ar: 'منشأة بموجب معاهدة أو اتفاق بين دول',
  },
  'not-registered': {
    en: 'Not registered',
    fr: 'Non enregistrée',
    es: 'No registrada',
    pt: 'Não registrada',
    ar: 'غير مسجَّلة',
  },
  other: { en: 'Other', fr: 'Autre', es: 'Otra', pt: 'Outra', ar: 'غير ذلك' },
} as const

export const FUNDING_SOURCES = {
  'own-government': {
    en: 'Government of the country where you work',
    fr: 'Gouvernement du pays où vous travaillez',
    es: 'Gobierno del país donde trabaja',
    pt: 'Governo do país onde trabalham',
    ar: 'حكومة البلد الذي تعملون فيه',
  },
  'foreign-governments': {
    en: 'Other governments',
    fr: 'Autres gouvernements',
    es: 'Otros gobiernos',
    pt: 'Outros governos',
    ar: 'حكومات أخرى',
  },
  intergovernmental: {
    en: 'Intergovernmental organisations',
    fr: 'Organisations intergouvernementales',
    es: 'Organizaciones intergubernamentales',
    pt: 'Organizações intergovernamentais',
    ar: 'منظمات حكومية دولية',
  },
  foundations: {
    en: 'Foundations',
    fr: 'Fondations',
    es: 'Fundaciones',
    pt: 'Fundações',
    ar: 'مؤسسات مانحة',
  },
  companies: { en: 'Companies', fr: 'Entreprises', es: 'Empresas', pt: 'Empresas', ar: 'شركات' },
  'members-and-donations': {
    en: 'Membership fees and donations',
    fr: 'Cotisations et dons',
    es: 'Cuotas de miembros y donaciones',
    pt: 'Contribuições de membros e doações',
    ar: 'اشتراكات الأعضاء والتبرعات',
  },
  'own-income': {
    en: 'Own income',
    fr: 'Ressources propres',
    es: 'Ingresos propios',
    pt: 'Receitas próprias',
    ar: 'إيرادات ذاتية',
  },
  none: {
    en: 'No funding',
    fr: 'Aucun financement',
    es: 'Sin financiación',
    pt: 'Sem financiamento',
    ar: 'بلا تمويل',
  },
  other: { en: 'Other', fr: 'Autre', es: 'Otra', pt: 'Outra', ar: 'غير ذلك' },
} as const
