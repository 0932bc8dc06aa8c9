// The words that the observer-interest form offers.

export const APPLICANT_TYPES = {
  'national-member': {
    en: 'OGP national member',
    fr: 'Membre national du PGO',
    es: 'Miembro nacional de la AGA',
    pt: 'Membro nacional da OGP',
    ar: 'عضو وطني في شراكة الحكومة المنفتحة',
  },
  'local-member': {
    en: 'OGP local member',
    fr: 'Membre local du PGO',
    es: 'Miembro local de la AGA',
    pt: 'Membro local da OGP',
    ar: 'عضو محلي في شراكة الحكومة المنفتحة',
  },
  'public-institution': {
    en: 'Other public institution',
    fr: 'Autre institution publique',
    es: 'Otra institución pública',
    pt: 'Outra instituição pública',
    ar: 'مؤسسة عامة أخرى',
  },
  'civil-society': {
    en: 'Civil society organisation',
    fr: 'Organisation de la société civile',
    es: 'Organización de la sociedad civil',
    pt: 'Organização da sociedade civil',
    ar: 'منظمة مجتمع مدني',
  },
  academia: {
    en: 'University or research body',
    fr: 'Université ou organisme de recherche',
    es: 'Universidad o centro de investigación',
    pt: 'Universidade ou centro de pesquisa',
    ar: 'جامعة أو هيئة بحثية',
  },
  'private-sector': {
    en: 'Private sector',
    fr: 'Secteur privé',
    es: 'Sector privado',
    pt: 'Setor privado',
    ar: 'القطاع الخاص',
  },
  intergovernmental: {
    en: 'Intergovernmental organisation',
    fr: 'Organisation intergouvernementale',
    es: 'Organización intergubernamental',
    pt: 'Organização intergovernamental',
    ar: 'منظمة حكومية دولية',
  },
  'development-partner': {
    en: 'Development partner',
    fr: 'Partenaire de développement',
    es: 'Socio para el desarrollo',
    pt: 'Parceiro de desenvolvimento',
    ar: 'شريك إنمائي',
  },
  'informal-group': {
    en: 'Informal group',
    fr: 'Groupe informel',
    es: 'Grupo informal',
    pt: 'Grupo informal',
    ar: 'مجموعة غير رسمية',
  },
  other: { en: 'Other', fr: 'Autre', es: 'Otro', pt: 'Outro', ar: 'غير ذلك' },
} as const

export const OPERATING_SCOPES = {
  local: { en: 'Local', fr: 'Locale', es: 'Local', pt: 'Local', ar: 'محلي' },
  national: { en: 'National', fr: 'Nationale', es: 'Nacional', pt: 'Nacional', ar: 'وطني' },
  regional: {
    en: 'Several countries of a region',
    fr: 'Plusieurs pays d’une région',
    es: 'Varios países de una región',
    pt: 'Vários países de uma região',
    ar: 'عدة بلدان في منطقة واحدة',
  },
  international: {
    en: 'International',
    fr: 'Internationale',
    es: 'Internacional',
    pt: 'Internacional',
    ar: 'دولي',
  },
} as const

export const PARTICIPATIONS = {
  'one-meeting': {
    en: 'One meeting',
    fr: 'Une seule réunion',
    es: 'Una reunión',
    pt: 'Uma reunião',
    ar: 'اجتماع واحد',
  },
  standing: {
    en: 'Standing: all meetings open to observers',
    fr: 'Permanente : toutes les réunions ouvertes aux observateurs',
    es: 'Permanente: todas las reuniones abiertas a observadores',
    pt: 'Permanente: todas as reuniões abertas a observadores',
    ar: 'دائمة: جميع الاجتماعات المفتوحة للمراقبين',
  },
} as const

export const PUBLICATIONS = {
  'name-and-country': {
    en: 'You may publish our name and country if we are accepted',
    fr: 'Vous pouvez publier notre nom et notre pays si nous sommes acceptés',
    es: 'Pueden publicar nuestro nombre y país si nos aceptan',
    pt: 'Podem publicar o nosso nome e país se formos aceitos',
    ar: 'يمكنكم نشر اسمنا وبلدنا إذا قُبل طلبنا',
  },
  'statistics-only': {
    en: 'Count us in statistics only',
    fr: 'Ne nous comptez que dans les statistiques',
    es: 'Inclúyannos solo en las estadísticas',
    pt: 'Incluam-nos apenas nas estatísticas',
    ar: 'أدرجونا في الإحصاءات فقط',
  },
} as const
