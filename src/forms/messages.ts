// What is said about a wrong field, after its label: always what to do. A language that lacks a message does not compile.
import type { Language } from '../kernel/languages.ts'

/** Bounds, what was given, and when a question is asked; each message uses those that its code comes with. */
export interface Values {
  min?: number
  max?: number
  given?: number
  condition?: string
}

interface Says {
  required: string
  'must-be-confirmed': string
  'not-asked': (v: Values) => string
  'unknown-field': string
  'not-text': string
  'not-a-number': string
  'not-yes-or-no': string
  'not-a-list': string
  'not-an-object': string
  'invalid-characters': string
  'too-short': (v: Values) => string
  'too-long': (v: Values) => string
  'too-many-words': (v: Values) => string
  'too-few': (v: Values) => string
  'too-many': (v: Values) => string
  duplicate: string
  'not-a-choice': string
  'invalid-email': string
  'invalid-phone': string
  'invalid-web-address': string
  'invalid-date': string
  'date-in-the-past': string
  'year-out-of-range': (v: Values) => string
  'unknown-country': string
  'unknown-jurisdiction': string
  'unknown-time-zone': string
}

export type FieldCode = keyof Says

type Forms = readonly [one: string, other: string]

const counter = (language: Language) => {
  const rules = new Intl.PluralRules(language)
  // French and Spanish have a third form, for millions; nothing here is counted in millions.
  return (count: number | undefined, [one, other]: Forms) =>
    `${count} ${rules.select(count ?? 0) === 'one' ? one : other}`
}

const en = counter('en')
const fr = counter('fr')
const es = counter('es')

const MESSAGES: Readonly<Record<Language, Says>> = {
  en: {
    required: 'enter an answer.',
    'must-be-confirmed': 'confirm this to go on.',
    'not-asked': v => `leave this out; it is asked only ${v.condition}.`,
    'unknown-field': 'this form has no such field. Remove it, or check its spelling.',
    'not-text': 'enter text.',
    'not-a-number': 'enter a whole number.',
    'not-yes-or-no': 'answer true (yes) or false (no).',
    'not-a-list': 'enter a list of answers.',
    'not-an-object': 'enter an object with the answers to its questions.',
    'invalid-characters': 'remove the characters that cannot be shown, such as control characters.',
    'too-short': v => `enter at least ${en(v.min, ['character', 'characters'])} (you have ${v.given}).`,
    'too-long': v => `enter at most ${en(v.max, ['character', 'characters'])} (you have ${v.given}).`,
    'too-many-words': v => `use at most ${en(v.max, ['word', 'words'])} (you have ${v.given}).`,
    'too-few': v => `give at least ${en(v.min, ['answer', 'answers'])} (you have ${v.given}).`,
    'too-many': v => `give at most ${en(v.max, ['answer', 'answers'])} (you have ${v.given}).`,
    duplicate: 'choose each answer only once.',
    'not-a-choice': 'choose one of the answers offered.',
    'invalid-email': 'enter an email address such as name@example.org.',
    'invalid-phone': 'enter a telephone number with its country code, such as +232 76 123 456.',
    'invalid-web-address': 'enter a full web address that starts with http:// or https://.',
    'invalid-date': 'enter a date that exists as year-month-day, such as 2027-03-31.',
    'date-in-the-past': 'enter today’s date or a later one.',
    'year-out-of-range': v => `enter a year from ${v.min} to ${v.max}.`,
    'unknown-country': 'enter the two-letter ISO code of a country or territory, such as SL.',
    'unknown-jurisdiction': 'choose an OGP member from the list.',
    'unknown-time-zone': 'enter a time zone by its IANA name, such as Africa/Freetown.',
  },
  fr: {
    required: 'indiquez une réponse.',
    'must-be-confirmed': 'confirmez cette déclaration pour continuer.',
    'not-asked': v => `ne répondez pas à cette question ; elle n’est posée que ${v.condition}.`,
    'unknown-field': 'ce champ n’existe pas dans le formulaire. Supprimez-le ou vérifiez son nom.',
    'not-text': 'saisissez un texte.',
    'not-a-number': 'saisissez un nombre entier.',
    'not-yes-or-no': 'répondez par true (oui) ou false (non).',
    'not-a-list': 'indiquez une liste de réponses.',
    'not-an-object': 'indiquez un objet contenant les réponses à ses questions.',
    'invalid-characters': 'supprimez les caractères non affichables, comme les caractères de contrôle.',
    'too-short': v =>
      `saisissez au moins ${fr(v.min, ['caractère', 'caractères'])} (vous en avez ${v.given}).`,
    'too-long': v => `saisissez au plus ${fr(v.max, ['caractère', 'caractères'])} (vous en avez ${v.given}).`,
    'too-many-words': v => `utilisez au plus ${fr(v.max, ['mot', 'mots'])} (vous en avez ${v.given}).`,
    'too-few': v => `donnez au moins ${fr(v.min, ['réponse', 'réponses'])} (vous en avez ${v.given}).`,
    'too-many': v => `donnez au plus ${fr(v.max, ['réponse', 'réponses'])} (vous en avez ${v.given}).`,
    duplicate: 'ne choisissez chaque réponse qu’une seule fois.',
    'not-a-choice': 'choisissez l’une des réponses proposées.',
    'invalid-email': 'saisissez une adresse électronique, par exemple nom@example.org.',
    'invalid-phone':
      'saisissez un numéro de téléphone avec l’indicatif du pays, par exemple +225 01 23 45 67 89.',
    'invalid-web-address': 'saisissez une adresse web complète commençant par http:// ou https://.',
    'invalid-date': 'saisissez une date existante sous la forme année-mois-jour, par exemple 2027-03-31.',
    'date-in-the-past': 'saisissez la date du jour ou une date ultérieure.',
    'year-out-of-range': v => `saisissez une année comprise entre ${v.min} et ${v.max}.`,
    'unknown-country': 'saisissez le code ISO à deux lettres d’un pays ou territoire, par exemple CI.',
    'unknown-jurisdiction': 'choisissez un membre du PGO dans la liste.',
    'unknown-time-zone': 'saisissez le nom IANA d’un fuseau horaire, par exemple Africa/Abidjan.',
  },
  es: {
    required: 'indique una respuesta.',
    'must-be-confirmed': 'confirme esta declaración para continuar.',
    'not-asked': v => `no responda a esta pregunta; solo se formula ${v.condition}.`,
    'unknown-field': 'este campo no existe en el formulario. Elimínelo o compruebe su nombre.',
    'not-text': 'introduzca un texto.',
    'not-a-number': 'introduzca un número entero.',
    'not-yes-or-no': 'responda true (sí) o false (no).',
    'not-a-list': 'indique una lista de respuestas.',
    'not-an-object': 'indique un objeto con las respuestas a sus preguntas.',
    'invalid-characters': 'elimine los caracteres que no se pueden mostrar, como los de control.',
    'too-short': v => `introduzca al menos ${es(v.min, ['carácter', 'caracteres'])} (tiene ${v.given}).`,
    'too-long': v => `introduzca como máximo ${es(v.max, ['carácter', 'caracteres'])} (tiene ${v.given}).`,
    'too-many-words': v => `use como máximo ${es(v.max, ['palabra', 'palabras'])} (tiene ${v.given}).`,
    'too-few': v => `dé al menos ${es(v.min, ['respuesta', 'respuestas'])} (tiene ${v.given}).`,
    'too-many': v => `dé como máximo ${es(v.max, ['respuesta', 'respuestas'])} (tiene ${v.given}).`,
    duplicate: 'elija cada respuesta una sola vez.',
    'not-a-choice': 'elija una de las respuestas ofrecidas.',
    'invalid-email': 'introduzca una dirección de correo electrónico, por ejemplo nombre@example.org.',
    'invalid-phone':
      'introduzca un número de teléfono con el prefijo del país, por ejemplo +54 11 1234 5678.',
    'invalid-web-address': 'introduzca una dirección web completa que empiece por http:// o https://.',
    'invalid-date': 'introduzca una fecha que exista, en la forma año-mes-día, por ejemplo 2027-03-31.',
    'date-in-the-past': 'introduzca la fecha de hoy o una posterior.',
    'year-out-of-range': v => `introduzca un año entre ${v.min} y ${v.max}.`,
    'unknown-country': 'introduzca el código ISO de dos letras de un país o territorio, por ejemplo AR.',
    'unknown-jurisdiction': 'elija un miembro de la AGA de la lista.',
    'unknown-time-zone': 'introduzca el nombre IANA de una zona horaria, por ejemplo America/Lima.',
  },
}

/** What to do about a field that is wrong in this way. */
export function remedy(code: FieldCode, values: Values, language: Language): string {
  const says = MESSAGES[language][code]
  return typeof says === 'string' ? says : says(values)
}

// French sets a colon apart, with a space that does not break.
const COLON: Readonly<Record<Language, string>> = { en: ': ', fr: '\u00a0: ', es: ': ' }

/** Somebody's own word between quotation marks. */
export const quoted = (word: string, language: Language): string =>
  ({ en: `“${word}”`, fr: `«\u00a0${word}\u00a0»`, es: `«${word}»` })[language]

/** The message of a field: its label, then the remedy. Without a label the remedy alone, as a sentence. */
export const message = (label: string, says: string, language: Language): string =>
  label === ''
    ? says.charAt(0).toLocaleUpperCase(language) + says.slice(1)
    : `${label}${COLON[language]}${says}`
