import { counted } from '../../kernel/counted.ts'
import { DAYS, type ExplanationWords } from './words.ts'

export const es: ExplanationWords = {
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
  withinDays: days => `se necesita en ${counted('es', days, DAYS.es)} como máximo`,
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
}
