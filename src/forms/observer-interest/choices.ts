// The words that the observer-interest form offers.

export const APPLICANT_TYPES = {
  'national-member': {
    en: 'OGP national member',
    fr: 'Membre national du PGO',
    es: 'Miembro nacional de la AGA',
  },
  'local-member': { en: 'OGP local member', fr: 'Membre local du PGO', es: 'Miembro local de la AGA' },
  'public-institution': {
    en: 'Other public institution',
    fr: 'Autre institution publique',
    es: 'Otra institución pública',
  },
  'civil-society': {
    en: 'Civil society organisation',
    fr: 'Organisation de la société civile',
    es: 'Organización de la sociedad civil',
  },
  academia: {
    en: 'University or research body',
    fr: 'Université ou organisme de recherche',
    es: 'Universidad o centro de investigación',
  },
  'private-sector': { en: 'Private sector', fr: 'Secteur privé', es: 'Sector privado' },
  intergovernmental: {
    en: 'Intergovernmental organisation',
    fr: 'Organisation intergouvernementale',
    es: 'Organización intergubernamental',
  },
  'development-partner': {
    en: 'Development partner',
    fr: 'Partenaire de développement',
    es: 'Socio para el desarrollo',
  },
  'informal-group': { en: 'Informal group', fr: 'Groupe informel', es: 'Grupo informal' },
  other: { en: 'Other', fr: 'Autre', es: 'Otro' },
} as const

export const OPERATING_SCOPES = {
  local: { en: 'Local', fr: 'Locale', es: 'Local' },
  national: { en: 'National', fr: 'Nationale', es: 'Nacional' },
  regional: {
    en: 'Several countries of a region',
    fr: 'Plusieurs pays d’une région',
    es: 'Varios países de una región',
  },
  international: { en: 'International', fr: 'Internationale', es: 'Internacional' },
} as const

export const LEGAL_STATUSES = {
  'public-body': { en: 'Public body', fr: 'Organisme public', es: 'Organismo público' },
  'non-profit': {
    en: 'Registered non-profit (association, foundation, trust)',
    fr: 'Organisme sans but lucratif enregistré (association, fondation)',
    es: 'Entidad sin fines de lucro registrada (asociación, fundación)',
  },
  company: { en: 'Company', fr: 'Entreprise', es: 'Empresa' },
  'university-or-institute': {
    en: 'University or institute',
    fr: 'Université ou institut',
    es: 'Universidad o instituto',
  },
  'set-up-by-treaty': {
    en: 'Set up by treaty or agreement between states',
    fr: 'Créée par un traité ou un accord entre États',
    es: 'Creada por un tratado o acuerdo entre Estados',
  },
  'not-registered': { en: 'Not registered', fr: 'Non enregistrée', es: 'No registrada' },
  other: { en: 'Other', fr: 'Autre', es: 'Otra' },
} as const

export const PARTICIPATIONS = {
  'one-meeting': { en: 'One meeting', fr: 'Une seule réunion', es: 'Una reunión' },
  standing: {
    en: 'Standing: all meetings open to observers',
    fr: 'Permanente : toutes les réunions ouvertes aux observateurs',
    es: 'Permanente: todas las reuniones abiertas a observadores',
  },
} as const

export const FUNDING_SOURCES = {
  'own-government': {
    en: 'Government of the country where you work',
    fr: 'Gouvernement du pays où vous travaillez',
    es: 'Gobierno del país donde trabaja',
  },
  'foreign-governments': { en: 'Other governments', fr: 'Autres gouvernements', es: 'Otros gobiernos' },
  intergovernmental: {
    en: 'Intergovernmental organisations',
    fr: 'Organisations intergouvernementales',
    es: 'Organizaciones intergubernamentales',
  },
  foundations: { en: 'Foundations', fr: 'Fondations', es: 'Fundaciones' },
  companies: { en: 'Companies', fr: 'Entreprises', es: 'Empresas' },
  'members-and-donations': {
    en: 'Membership fees and donations',
    fr: 'Cotisations et dons',
    es: 'Cuotas de miembros y donaciones',
  },
  'own-income': { en: 'Own income', fr: 'Ressources propres', es: 'Ingresos propios' },
  none: { en: 'No funding', fr: 'Aucun financement', es: 'Sin financiación' },
  other: { en: 'Other', fr: 'Autre', es: 'Otra' },
} as const

export const PUBLICATIONS = {
  'name-and-country': {
    en: 'You may publish our name and country if we are accepted',
    fr: 'Vous pouvez publier notre nom et notre pays si nous sommes acceptés',
    es: 'Pueden publicar nuestro nombre y país si nos aceptan',
  },
  'statistics-only': {
    en: 'Count us in statistics only',
    fr: 'Ne nous comptez que dans les statistiques',
    es: 'Inclúyannos solo en las estadísticas',
  },
} as const
