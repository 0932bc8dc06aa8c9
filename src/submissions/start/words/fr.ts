import type { StartWords } from './start-words.ts'

export const fr: StartWords = {
  title: 'Participer à la Coalition pour la justice',
  lead: 'Le Partenariat pour un gouvernement ouvert (PGO) réunit gouvernements et société civile. Sa Coalition pour la justice rassemble les membres dont les engagements portent sur la justice. Vous pouvez ici demander à assister à ses réunions, ou demander un appui pour votre propre travail sur la justice.',
  observersTitle: 'Observer les réunions de la Coalition',
  observers:
    'Les observateurs écoutent et contribuent aux réunions de la Coalition. Les membres du PGO qui ne sont pas déjà invités, ainsi que d’autres organisations, peuvent en faire la demande\u00a0: pour une réunion ou pour toutes.',
  supportTitle: 'Demander un appui',
  support:
    'Les gouvernements peuvent demander à l’Unité d’appui du PGO et à la Coalition une aide pour la justice dans leur plan d’action\u00a0: conseils, pairs expérimentés, experts, appui à la co-création et plus encore.',
  invitedTitle: 'Qui est déjà invité',
  invited: (since, count) =>
    `Depuis ${since}, cette règle s’applique et ${count} membres figurent sur sa liste. Ils n’ont pas à demander à observer.`,
  invitedList: 'Afficher la liste',
  invitedSource: 'Où la règle et la liste sont publiées',
  nextTitle: 'La suite, et les délais',
  next: (firstLook, observer, support) => [
    'Vous recevez immédiatement une référence et un accusé de réception par courriel, avec un lien pour suivre le traitement.',
    `Un membre de l’Unité d’appui en prend connaissance dans un délai de ${firstLook} jours ouvrables.`,
    `Vous avez une réponse sous ${observer} jours ouvrables pour une demande d’observation, et sous ${support} pour une demande d’appui. Chaque décision est motivée.`,
  ],
  dataTitle: 'Vos données',
  data: draftDays => [
    `Ce que vous n’avez pas encore envoyé est supprimé ${draftDays} jours après votre dernière modification.`,
    'Ce que vous avez envoyé est vu par les personnes qui le traitent. C’est conservé tant que cela est utile\u00a0; vous pouvez en demander l’effacement à tout moment.',
  ],
  askedTitle: 'Ce qui vous sera demandé',
  asked:
    'Vous découvrez les questions au fur et à mesure\u00a0: rien n’est envoyé avant que vous ayez vérifié vos réponses.',
  minutes: { observer: 'Environ 20 minutes.', support: 'Environ 30 minutes.' },
  keepTitle: 'Vous pouvez vous arrêter et revenir',
  keep: draftDays =>
    `Chaque page est enregistrée lorsque vous continuez. Vous pouvez recevoir par courriel un lien qui ramène à vos réponses, sur tout appareil, pendant ${draftDays} jours.`,
  offline: 'Le remplir sans connexion',
  placeTitle: 'D’abord\u00a0: où êtes-vous\u00a0?',
  placeLabel: 'Pays, ou membre du PGO',
  placeHint: 'Par exemple\u00a0: Kenya, Côte d’Ivoire, Buenos Aires. Nous vous disons s’il est déjà invité.',
  placeButton: 'Rechercher',
  placeMissing: 'Pays, ou membre du PGO\u00a0: saisissez un nom.',
  alreadyInvited: name => `Membre déjà invité\u00a0: ${name}`,
  invitedBy: 'Il est invité aux réunions en vertu de cette règle\u00a0:',
  invitedVersion: version => `La liste en vigueur est celle de ${version}.`,
  invitedSourceLink: 'Voir la liste publiée',
  invitedNext: email =>
    `Les collègues du gouvernement de ce membre n’ont pas à faire de demande\u00a0: écrivez à ${email} pour recevoir les invitations. D’autres organisations de ce pays peuvent présenter une demande, et vous aussi si vous le souhaitez.`,
  goOnAnyway: 'Continuer avec le formulaire',
  notInvited: name =>
    `Ce membre du PGO ne figure pas sur la liste des invités\u00a0: ${name}. Vous pouvez présenter une demande.`,
  isMember: name => `Membre du PGO\u00a0: ${name}.`,
  notMember: typed =>
    `Nous ne connaissons pas de membre du PGO appelé «\u00a0${typed}\u00a0». Vous pouvez continuer quand même.`,
  localNotCountry: 'Un membre local n’est pas son pays\u00a0: chacun est invité séparément.',
  several: 'S’agit-il de l’un de ceux-ci\u00a0?',
  start: 'Commencer le formulaire',
}
