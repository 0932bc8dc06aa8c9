import type { Text } from '../kernel/languages.ts'
import type { ProblemCode } from '../kernel/problem.ts'

/** What each problem is called, in the language of whoever reads it. */
export const PROBLEM_TITLES: Readonly<Record<ProblemCode, Text>> = {
  'malformed-request': {
    en: 'The request cannot be read',
    fr: 'La requête est illisible',
    es: 'La solicitud no se puede leer',
  },
  'malformed-json': {
    en: 'The body is not usable JSON',
    fr: 'Le corps de la requête n’est pas du JSON utilisable',
    es: 'El cuerpo de la solicitud no es JSON utilizable',
  },
  'malformed-idempotency-key': {
    en: 'The Idempotency-Key is not usable',
    fr: 'L’Idempotency-Key n’est pas utilisable',
    es: 'La Idempotency-Key no es utilizable',
  },
  'not-signed-in': { en: 'Sign in first', fr: 'Authentifiez-vous d’abord', es: 'Identifíquese primero' },
  'not-permitted': {
    en: 'You may not do this',
    fr: 'Vous n’y êtes pas autorisé',
    es: 'No tiene permiso para esto',
  },
  'declaration-needed': {
    en: 'Say first whether you have a conflict of interest',
    fr: 'Déclarez d’abord si vous avez un conflit d’intérêts',
    es: 'Declare primero si tiene un conflicto de intereses',
  },
  'not-found': { en: 'There is nothing here', fr: 'Il n’y a rien ici', es: 'Aquí no hay nada' },
  'request-timeout': {
    en: 'The request took too long to arrive',
    fr: 'La requête a mis trop de temps à arriver',
    es: 'La solicitud tardó demasiado en llegar',
  },
  'idempotency-key-in-progress': {
    en: 'The same request is being worked on',
    fr: 'La même requête est en cours de traitement',
    es: 'La misma solicitud se está procesando',
  },
  'transition-not-allowed': {
    en: 'The case is not in a state that allows this',
    fr: 'L’état du dossier ne le permet pas',
    es: 'El estado del caso no lo permite',
  },
  'changed-meanwhile': {
    en: 'Somebody else was first',
    fr: 'Quelqu’un d’autre a été plus rapide',
    es: 'Otra persona se adelantó',
  },
  'second-person-needed': {
    en: 'This takes a second person',
    fr: 'Il faut une deuxième personne',
    es: 'Hace falta una segunda persona',
  },
  'already-exists': { en: 'This exists already', fr: 'Ceci existe déjà', es: 'Esto ya existe' },
  'body-too-large': {
    en: 'The body is too large',
    fr: 'Le corps est trop volumineux',
    es: 'El cuerpo es demasiado grande',
  },
  'unsupported-media-type': {
    en: 'Send JSON, as application/json',
    fr: 'Envoyez du JSON, en application/json',
    es: 'Envíe JSON, como application/json',
  },
  'invalid-fields': {
    en: 'Some answers need your attention',
    fr: 'Certaines réponses sont à revoir',
    es: 'Algunas respuestas requieren su atención',
  },
  'idempotency-key-reused': {
    en: 'This Idempotency-Key belongs to other answers',
    fr: 'Cette Idempotency-Key correspond à d’autres réponses',
    es: 'Esta Idempotency-Key corresponde a otras respuestas',
  },
  'too-many-requests': {
    en: 'Too many requests; try again shortly',
    fr: 'Trop de requêtes ; réessayez sous peu',
    es: 'Demasiadas solicitudes; inténtelo en breve',
  },
  'headers-too-large': {
    en: 'The headers are too large',
    fr: 'Les en-têtes sont trop volumineux',
    es: 'Las cabeceras son demasiado grandes',
  },
  'unexpected-error': {
    en: 'Something went wrong on our side',
    fr: 'Une erreur s’est produite de notre côté',
    es: 'Se produjo un error de nuestra parte',
  },
  'temporarily-unavailable': {
    en: 'Please try again in a few seconds',
    fr: 'Veuillez réessayer dans quelques secondes',
    es: 'Inténtelo de nuevo en unos segundos',
  },
}
