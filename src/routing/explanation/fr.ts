import { counted } from '../../kernel/counted.ts'
import { DAYS, type ExplanationWords } from './words.ts'

export const fr: ExplanationWords = {
  quote: name => `« ${name} »`,
  assigned: (who, why, rule) => `Dossier confié à ${who}, ${why}, car ${rule}`,
  chosenBy: {
    'only-one': (open, capacity) => `seule personne disponible (${open} sur ${capacity})`,
    'lightest-load': (open, capacity, available) =>
      `dont la charge est la plus légère des ${available} personnes disponibles (${open} sur ${capacity})`,
    language: (open, capacity, available) =>
      `dont la charge est parmi les plus légères des ${available} personnes disponibles (${open} sur ${capacity}) et qui parle la langue du demandeur`,
    'fewest-open': (open, capacity, available) =>
      `dont la charge est parmi les plus légères des ${available} personnes disponibles (${open} sur ${capacity}) et qui a le moins de dossiers ouverts`,
    'fixed-order': (open, capacity, available) =>
      `dont la charge est parmi les plus légères des ${available} personnes disponibles (${open} sur ${capacity}) et qui vient en tête d’un ordre fixe`,
  },
  rule: (position, name, conditions) => `la règle ${position} ${name} s’applique (${conditions})`,
  everyCase: 'elle prend tous les dossiers',
  anyOf: (subject, values, several) => `${subject} ${several ? 'comprennent' : 'est'} ${values}`,
  noneOf: (subject, values, several) =>
    `${subject} ${several ? 'ne comprennent pas' : 'n’est pas'} ${values}`,
  withinDays: days => `la réponse est attendue sous ${counted('fr', days, DAYS.fr)}`,
  passedOver: (rules, many) =>
    many
      ? `les règles ${rules} s’appliquaient avant elle, mais sans personne de disponible`
      : `la règle ${rules} s’appliquait avant elle, mais sans personne de disponible`,
  leftOut: people => `hors choix : ${people}`,
  others: count => `${count} ${count === 1 ? 'autre' : 'autres'}`,
  noRule: 'Dossier laissé dans la file de tri car aucune règle ne s’applique',
  nobodyThere: (rules, many) =>
    `Dossier laissé dans la file de tri faute de personne disponible au titre ${many ? 'des règles' : 'de la règle'} ${rules}`,
  reason: {
    'declared-conflict': () => 'conflit d’intérêts déclaré',
    'own-country': () => 'son propre pays',
    'own-organisation': () => 'sa propre organisation',
    absent: day => `en congé ou en déplacement jusqu’au ${day}`,
    'no-capacity': () => 'ne prend pas de dossiers en ce moment',
    'at-capacity': load => `capacité atteinte, ${load}`,
  },
}
