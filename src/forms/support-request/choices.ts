// The words that the support-request form offers.

export const BRANCHES = {
  executive: { en: 'Executive', fr: 'Exécutif', es: 'Poder Ejecutivo' },
  legislative: { en: 'Legislative', fr: 'Législatif', es: 'Poder Legislativo' },
  judiciary: { en: 'Judiciary', fr: 'Judiciaire', es: 'Poder Judicial' },
  autonomous: { en: 'Autonomous institution', fr: 'Institution autonome', es: 'Organismo autónomo' },
} as const

export const LEVELS = {
  national: { en: 'National', fr: 'National', es: 'Nacional' },
  local: { en: 'Local', fr: 'Local', es: 'Local' },
} as const

export const ACTION_PLANS = {
  plan: { en: 'An action plan', fr: 'Un plan d’action', es: 'Un plan de acción' },
  none: { en: 'No action plan yet', fr: 'Pas encore de plan d’action', es: 'Todavía ningún plan de acción' },
  challenge: {
    en: 'A standalone Open Gov Challenge',
    fr: 'Un défi Open Gov Challenge indépendant de tout plan',
    es: 'Un Desafío de Gobierno Abierto (Open Gov Challenge) independiente',
  },
} as const

export const CYCLE_STAGES = {
  planning: { en: 'Planning', fr: 'Préparation', es: 'Planificación' },
  'co-creating': { en: 'Co-creating', fr: 'Cocréation', es: 'Cocreación' },
  finalising: { en: 'Finalising', fr: 'Finalisation', es: 'Finalización' },
  submitted: { en: 'Submitted', fr: 'Plan soumis', es: 'Plan presentado' },
  implementing: { en: 'Implementing', fr: 'Mise en œuvre', es: 'Implementación' },
  monitoring: { en: 'Monitoring', fr: 'Suivi', es: 'Seguimiento' },
  'no-plan': { en: 'No plan', fr: 'Aucun plan', es: 'Ningún plan' },
  'open-gov-challenge': {
    en: 'Open Gov Challenge',
    fr: 'Open Gov Challenge',
    es: 'Desafío de Gobierno Abierto (Open Gov Challenge)',
  },
} as const

export const OGP_VALUES = {
  transparency: { en: 'Transparency', fr: 'Transparence', es: 'Transparencia' },
  'civic-participation': {
    en: 'Civic participation',
    fr: 'Participation citoyenne',
    es: 'Participación ciudadana',
  },
  'public-accountability': {
    en: 'Public accountability',
    fr: 'Redevabilité publique',
    es: 'Rendición pública de cuentas',
  },
} as const

export const MILESTONE_STATUSES = {
  'not-started': { en: 'Not started', fr: 'Non commencé', es: 'No iniciado' },
  limited: { en: 'Limited', fr: 'Limité', es: 'Limitado' },
  substantial: { en: 'Substantial', fr: 'Substantiel', es: 'Sustancial' },
  completed: { en: 'Completed', fr: 'Achevé', es: 'Completado' },
} as const

export const CHALLENGE_STATUSES = {
  no: { en: 'No', fr: 'Non', es: 'No' },
  submitted: { en: 'Submitted', fr: 'Proposition soumise', es: 'Propuesta presentada' },
  interested: { en: 'Interested', fr: 'Intéressé', es: 'Con interés' },
} as const

export const SUPPORT_TYPES = {
  'guidance-on-standards': {
    en: 'Guidance on OGP standards',
    fr: 'Conseils sur les normes du PGO',
    es: 'Orientación sobre los estándares de la AGA',
  },
  'co-creation-facilitation': {
    en: 'Facilitation of co-creation',
    fr: 'Facilitation de la cocréation',
    es: 'Facilitación de la cocreación',
  },
  'commitment-design': {
    en: 'Commitment design',
    fr: 'Conception d’engagements',
    es: 'Diseño de compromisos',
  },
  'peer-exchange': { en: 'Peer exchange', fr: 'Échanges entre pairs', es: 'Intercambio entre pares' },
  'expert-or-partner-brokering': {
    en: 'Contact with experts or partners',
    fr: 'Mise en relation avec des experts ou des partenaires',
    es: 'Contacto con personas expertas o socios',
  },
  implementation: { en: 'Implementation', fr: 'Mise en œuvre', es: 'Implementación' },
  'monitoring-and-learning': {
    en: 'Monitoring and learning',
    fr: 'Suivi et apprentissage',
    es: 'Seguimiento y aprendizaje',
  },
  'high-level-engagement': {
    en: 'High-level engagement',
    fr: 'Mobilisation à haut niveau',
    es: 'Diálogo de alto nivel',
  },
  visibility: { en: 'Visibility', fr: 'Visibilité', es: 'Visibilidad' },
  other: { en: 'Other', fr: 'Autre', es: 'Otro' },
} as const

export const NEEDED_BY_REASONS = {
  'plan-deadline': {
    en: 'Deadline of the action plan',
    fr: 'Échéance du plan d’action',
    es: 'Plazo del plan de acción',
  },
  'forum-meeting': {
    en: 'Meeting of the multi-stakeholder forum',
    fr: 'Réunion du forum multi-acteurs',
    es: 'Reunión del foro multiactor',
  },
  'legislative-window': {
    en: 'Legislative window',
    fr: 'Calendrier législatif',
    es: 'Calendario legislativo',
  },
  election: { en: 'Election', fr: 'Élection', es: 'Elecciones' },
  event: { en: 'Event', fr: 'Événement', es: 'Evento' },
  other: { en: 'Other', fr: 'Autre', es: 'Otro' },
} as const

export const CONSULTED = {
  yes: { en: 'Yes', fr: 'Oui', es: 'Sí' },
  no: { en: 'No', fr: 'Non', es: 'No' },
  planned: { en: 'Planned', fr: 'Prévu', es: 'Previsto' },
} as const

export const RESOURCES = {
  staff: { en: 'Staff', fr: 'Personnel', es: 'Personal' },
  budget: { en: 'Budget', fr: 'Budget', es: 'Presupuesto' },
  expertise: { en: 'Technical expertise', fr: 'Expertise technique', es: 'Conocimientos técnicos' },
  'political-backing': { en: 'Political backing', fr: 'Appui politique', es: 'Respaldo político' },
  'development-partner': {
    en: 'Help from a development partner',
    fr: 'Aide d’un partenaire de développement',
    es: 'Ayuda de un socio para el desarrollo',
  },
  none: { en: 'None yet', fr: 'Aucune pour l’instant', es: 'Ninguno por ahora' },
} as const

export const MODALITIES = {
  remote: { en: 'Remote', fr: 'À distance', es: 'A distancia' },
  'in-person': { en: 'In person', fr: 'En présentiel', es: 'Presencial' },
  mixed: { en: 'Remote and in person', fr: 'À distance et en présentiel', es: 'A distancia y presencial' },
} as const

export const CONFIDENTIALITIES = {
  'public-summary': {
    en: 'A summary may be published',
    fr: 'Un résumé peut être publié',
    es: 'Se puede publicar un resumen',
  },
  internal: {
    en: 'Internal to the Support Unit and the Coalition',
    fr: 'Réservé à l’Unité d’appui et à la Coalition',
    es: 'De uso interno de la Unidad de Apoyo y la Coalición',
  },
  embargo: {
    en: 'Internal until a date',
    fr: 'Sous embargo jusqu’à une date',
    es: 'Embargo hasta una fecha',
  },
} as const
