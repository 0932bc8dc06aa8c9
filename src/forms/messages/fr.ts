import { counted } from '../../kernel/counted.ts'
import { ANSWERS, CHARACTERS, WORDS } from './nouns.ts'
import type { Says } from './says.ts'

export const fr: Says = {
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
    `saisissez au moins ${counted('fr', v.min ?? 0, CHARACTERS.fr)} (vous en avez ${v.given}).`,
  'too-long': v => `saisissez au plus ${counted('fr', v.max ?? 0, CHARACTERS.fr)} (vous en avez ${v.given}).`,
  'too-many-words': v => `utilisez au plus ${counted('fr', v.max ?? 0, WORDS.fr)} (vous en avez ${v.given}).`,
  'too-few': v => `donnez au moins ${counted('fr', v.min ?? 0, ANSWERS.fr)} (vous en avez ${v.given}).`,
  'too-many': v => `donnez au plus ${counted('fr', v.max ?? 0, ANSWERS.fr)} (vous en avez ${v.given}).`,
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
  'unknown-file':
    'indiquez un fichier envoyé au cours des dernières 24 heures, sans virus et pas encore utilisé.',
}
