// The words of an explanation. No pronouns and no participles that agree with a person: nobody's gender is known here.
import type { Language } from '../kernel/languages.ts'
import type { ChosenBy, Exclusion } from './decision.ts'

export interface ExplanationWords {
  quote(name: string): string
  /** `who` stands apart, so that the name comes first; `why` says what set them apart. */
  assigned(who: string, why: string, rule: string): string
  chosenBy: Readonly<Record<ChosenBy, (open: number, capacity: number, available: number) => string>>
  rule(position: number, name: string, conditions: string): string
  everyCase: string
  anyOf(subject: string, values: string, several: boolean): string
  noneOf(subject: string, values: string, several: boolean): string
  withinDays(days: number): string
  /** Rules that matched before the one that decided. */
  passedOver(rules: string, many: boolean): string
  leftOut(people: string): string
  others(count: number): string
  noRule: string
  nobodyThere(rules: string, many: boolean): string
  reason: Readonly<Record<Exclusion, (detail: string) => string>>
}

export const EXPLANATION_WORDS: Readonly<Record<Language, ExplanationWords>> = {
  en: {
    quote: name => `‘${name}’`,
    assigned: (who, why, rule) => `Assigned to ${who}, ${why}, because ${rule}`,
    chosenBy: {
      'only-one': (open, capacity) => `the only person available (${open} of ${capacity})`,
      'lightest-load': (open, capacity, available) =>
        `who has the lightest load of the ${available} people available (${open} of ${capacity})`,
      language: (open, capacity, available) =>
        `who shares the lightest load of the ${available} people available (${open} of ${capacity}) and speaks the applicant’s language`,
      'fewest-open': (open, capacity, available) =>
        `who shares the lightest load of the ${available} people available (${open} of ${capacity}) and has the fewest open cases`,
      'fixed-order': (open, capacity, available) =>
        `who shares the lightest load of the ${available} people available (${open} of ${capacity}) and comes first in a fixed order`,
    },
    rule: (position, name, conditions) => `rule ${position} ${name} matched (${conditions})`,
    everyCase: 'it takes every case',
    anyOf: (subject, values, several) => `${subject} ${several ? 'include' : 'is'} ${values}`,
    noneOf: (subject, values, several) => `${subject} ${several ? 'do not include' : 'is not'} ${values}`,
    withinDays: days => `it is needed within ${days} ${days === 1 ? 'day' : 'days'}`,
    passedOver: (rules, many) =>
      many
        ? `rules ${rules} matched before it but had nobody available`
        : `rule ${rules} matched before it but had nobody available`,
    leftOut: people => `left out: ${people}`,
    others: count => `${count} ${count === 1 ? 'other' : 'others'}`,
    noRule: 'Left in the triage queue because no rule matched',
    nobodyThere: (rules, many) =>
      `Left in the triage queue because nobody was available under the ${many ? 'rules' : 'rule'} that matched, ${rules}`,
    reason: {
      'declared-conflict': () => 'declared conflict of interest',
      'own-country': () => 'own country',
      'own-organisation': () => 'own organisation',
      absent: day => `away until ${day}`,
      'no-capacity': () => 'takes no cases at present',
      'at-capacity': load => `at capacity, ${load}`,
    },
  },
  fr: {
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
    withinDays: days => `la réponse est attendue sous ${days} ${days === 1 ? 'jour' : 'jours'}`,
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
  },
  es: {
    quote: name => `«${name}»`,
    assigned: (who, why, rule) => `Caso asignado a ${who}, ${why}, porque ${rule}`,
    chosenBy: {
      'only-one': (open, capacity) => `única persona disponible (${open} de ${capacity})`,
      'lightest-load': (open, capacity, available) =>
        `con la carga más ligera de las ${available} personas disponibles (${open} de ${capacity})`,
      language: (open, capacity, available) =>
        `con una de las cargas más ligeras de las ${available} personas disponibles (${open} de ${capacity}) y que habla el idioma del solicitante`,
      'fewest-open': (open, capacity, available) =>
        `con una de las cargas más ligeras de las ${available} personas disponibles (${open} de ${capacity}) y con menos casos abiertos`,
      'fixed-order': (open, capacity, available) =>
        `con una de las cargas más ligeras de las ${available} personas disponibles (${open} de ${capacity}) y al frente de un orden fijo`,
    },
    rule: (position, name, conditions) => `se cumple la regla ${position} ${name} (${conditions})`,
    everyCase: 'admite todos los casos',
    anyOf: (subject, values, several) => `${subject} ${several ? 'incluyen' : 'es'} ${values}`,
    noneOf: (subject, values, several) => `${subject} ${several ? 'no incluyen' : 'no es'} ${values}`,
    withinDays: days => `se necesita en ${days} ${days === 1 ? 'día' : 'días'} como máximo`,
    passedOver: (rules, many) =>
      many
        ? `antes se cumplían las reglas ${rules}, pero sin nadie disponible`
        : `antes se cumplía la regla ${rules}, pero sin nadie disponible`,
    leftOut: people => `fuera de la selección: ${people}`,
    others: count => `${count} más`,
    noRule: 'Caso en la cola de clasificación porque no se cumple ninguna regla',
    nobodyThere: (rules, many) =>
      `Caso en la cola de clasificación porque no hay nadie disponible según ${many ? 'las reglas' : 'la regla'} ${rules}`,
    reason: {
      'declared-conflict': () => 'conflicto de intereses declarado',
      'own-country': () => 'su propio país',
      'own-organisation': () => 'su propia organización',
      absent: day => `de permiso o de viaje hasta el ${day}`,
      'no-capacity': () => 'no admite casos por ahora',
      'at-capacity': load => `capacidad completa, ${load}`,
    },
  },
}
