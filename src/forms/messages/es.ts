import { counted } from '../../kernel/counted.ts'
import { ANSWERS, CHARACTERS, WORDS } from './nouns.ts'
import type { Says } from './says.ts'

export const es: Says = {
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
  'too-short': v => `introduzca al menos ${counted('es', v.min ?? 0, CHARACTERS.es)} (tiene ${v.given}).`,
  'too-long': v => `introduzca como máximo ${counted('es', v.max ?? 0, CHARACTERS.es)} (tiene ${v.given}).`,
  'too-many-words': v => `use como máximo ${counted('es', v.max ?? 0, WORDS.es)} (tiene ${v.given}).`,
  'too-few': v => `dé al menos ${counted('es', v.min ?? 0, ANSWERS.es)} (tiene ${v.given}).`,
  'too-many': v => `dé como máximo ${counted('es', v.max ?? 0, ANSWERS.es)} (tiene ${v.given}).`,
  duplicate: 'elija cada respuesta una sola vez.',
  'not-a-choice': 'elija una de las respuestas ofrecidas.',
  'invalid-email': 'introduzca una dirección de correo electrónico, por ejemplo nombre@example.org.',
  'invalid-phone': 'introduzca un número de teléfono con el prefijo del país, por ejemplo +54 11 1234 5678.',
  'invalid-web-address': 'introduzca una dirección web completa que empiece por http:// o https://.',
  'invalid-date': 'introduzca una fecha que exista, en la forma año-mes-día, por ejemplo 2027-03-31.',
  'date-in-the-past': 'introduzca la fecha de hoy o una posterior.',
  'year-out-of-range': v => `introduzca un año entre ${v.min} y ${v.max}.`,
  'unknown-country': 'introduzca el código ISO de dos letras de un país o territorio, por ejemplo AR.',
  'unknown-jurisdiction': 'elija un miembro de la AGA de la lista.',
  'unknown-time-zone': 'introduzca el nombre IANA de una zona horaria, por ejemplo America/Lima.',
  'unknown-file':
    'indique un archivo enviado en las últimas 24 horas, sin virus y que no se haya usado todavía.',
}
