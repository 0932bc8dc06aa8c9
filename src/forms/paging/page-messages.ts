// What is said at a field of a page where the API's message speaks of JSON.
import type { Language, Text } from '../../kernel/languages.ts'
import { message as labelled, type FieldCode } from '../messages.ts'
import type { QuestionMeta } from '../question.ts'

const CHOOSE: Text = {
  en: 'choose an answer.',
  fr: 'choisissez une réponse.',
  es: 'elija una respuesta.',
  pt: 'escolha uma resposta.',
  ar: 'يُرجى اختيار إجابة.',
}

const REMEDIES: Partial<Readonly<Record<FieldCode, Text>>> = {
  'invalid-date': {
    en: 'enter a day that exists, with day, month and year, such as 31 3 2027.',
    fr: 'saisissez une date qui existe, avec le jour, le mois et l’année, par exemple 31 3 2027.',
    es: 'introduzca una fecha que exista, con día, mes y año, por ejemplo 31 3 2027.',
    pt: 'digite uma data que exista, com dia, mês e ano, por exemplo 31 3 2027.',
    ar: 'يُرجى إدخال تاريخ موجود، باليوم والشهر والسنة، مثل 31 3 2027.',
  },
  'not-a-number': {
    en: 'enter the year in four digits, such as 2009.',
    fr: 'saisissez l’année en quatre chiffres, par exemple 2009.',
    es: 'introduzca el año con cuatro cifras, por ejemplo 2009.',
    pt: 'digite o ano com quatro algarismos, por exemplo 2009.',
    ar: 'يُرجى إدخال السنة بأربعة أرقام، مثل 2009.',
  },
  'unknown-country': {
    en: 'choose a country or territory from the list.',
    fr: 'choisissez un pays ou un territoire dans la liste.',
    es: 'elija un país o territorio de la lista.',
    pt: 'escolha na lista um país ou território.',
    ar: 'يُرجى اختيار بلد أو إقليم من القائمة.',
  },
  'unknown-time-zone': {
    en: 'choose a time zone from the list.',
    fr: 'choisissez un fuseau horaire dans la liste.',
    es: 'elija una zona horaria de la lista.',
    pt: 'escolha na lista um fuso horário.',
    ar: 'يُرجى اختيار منطقة زمنية من القائمة.',
  },
}

const CHOSEN: readonly string[] = ['choice', 'choices', 'yes-no', 'country', 'jurisdiction', 'time-zone']

/** The message at a question's field, in place of the one that the check gave, where a page is answered otherwise than an API. */
export function pageMessage(
  question: QuestionMeta,
  label: string,
  code: FieldCode,
  given: string,
  language: Language,
): string {
  const says =
    (code === 'required' || code === 'too-few') && CHOSEN.includes(question.kind) ? CHOOSE : REMEDIES[code]
  return says ? labelled(label, says[language], language) : given
}
