import { counted } from '../../kernel/counted.ts'
import { DAYS, type ExplanationWords } from './words.ts'

export const pt: ExplanationWords = {
  quote: name => `“${name}”`,
  assigned: (who, why, rule) => `Caso atribuído a ${who}, ${why}, porque ${rule}`,
  chosenBy: {
    'only-one': (open, capacity) => `única pessoa disponível (${open} de ${capacity})`,
    'lightest-load': (open, capacity, available) =>
      `com a carga mais leve das ${available} pessoas disponíveis (${open} de ${capacity})`,
    language: (open, capacity, available) =>
      `com uma das cargas mais leves das ${available} pessoas disponíveis (${open} de ${capacity}) e que fala o idioma do requerente`,
    'fewest-open': (open, capacity, available) =>
      `com uma das cargas mais leves das ${available} pessoas disponíveis (${open} de ${capacity}) e com menos casos abertos`,
    'fixed-order': (open, capacity, available) =>
      `com uma das cargas mais leves das ${available} pessoas disponíveis (${open} de ${capacity}) e à frente em uma ordem fixa`,
  },
  rule: (position, name, conditions) => `se aplica a regra ${position} ${name} (${conditions})`,
  everyCase: 'aceita todos os casos',
  anyOf: (subject, values, several) => `${subject} ${several ? 'incluem' : 'é'} ${values}`,
  noneOf: (subject, values, several) => `${subject} ${several ? 'não incluem' : 'não é'} ${values}`,
  withinDays: days => `é necessário em até ${counted('pt', days, DAYS.pt)}`,
  passedOver: (rules, many) =>
    many
      ? `antes se aplicavam as regras ${rules}, mas sem ninguém disponível`
      : `antes se aplicava a regra ${rules}, mas sem ninguém disponível`,
  leftOut: people => `fora da seleção: ${people}`,
  others: count => `mais ${count}`,
  noRule: 'Caso na fila de triagem porque nenhuma regra se aplica',
  nobodyThere: (rules, many) =>
    `Caso na fila de triagem porque não há ninguém disponível segundo ${many ? 'as regras' : 'a regra'} ${rules}`,
  reason: {
    'declared-conflict': () => 'conflito de interesses declarado',
    'own-country': () => 'próprio país',
    'own-organisation': () => 'própria organização',
    absent: day => `ausência até ${day}`,
    'no-capacity': () => 'não recebe casos por enquanto',
    'at-capacity': load => `capacidade esgotada, ${load}`,
  },
}
