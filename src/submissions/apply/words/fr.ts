import type { ApplyWords } from './apply-words.ts'

export const fr: ApplyWords = {
  step: (n, of) => `Étape ${n} sur ${of}`,
  choose: 'Choisissez',
  day: 'Jour',
  month: 'Mois',
  year: 'Année',
  mostWords: 'Vous pouvez utiliser jusqu’à {n} mots.',
  mostCharacters: 'Vous pouvez utiliser jusqu’à {n} caractères.',
  wordsLeft: 'Mots restants\u00a0: {n}',
  wordsOver: 'Mots en trop\u00a0: {n}',
  charactersLeft: 'Caractères restants\u00a0: {n}',
  charactersOver: 'Caractères en trop\u00a0: {n}',
  addAnother: 'Ajouter',
  remove: 'Retirer',
  addFiles: 'Ajouter les fichiers choisis',
  saveForLater: 'Enregistrer et revenir plus tard',
  savedElsewhere: 'Enregistré ailleurs\u00a0:',
  changedElsewhere:
    'Cette page a été modifiée dans un autre onglet ou sur un autre appareil depuis que vous l’avez ouverte. Les deux versions sont affichées\u00a0: la vôtre dans les champs, l’autre à côté. Corrigez les champs si vous le souhaitez, puis continuez\u00a0: ce qui figure dans les champs sera conservé.',
  notSaved:
    'Nous n’avons pas pu enregistrer cette page. Ce que vous avez saisi est toujours là\u00a0: patientez quelques secondes, puis appuyez de nouveau sur Continuer.',
  begunAnew:
    'Vos pages précédentes ne sont plus ouvertes dans ce navigateur\u00a0; nous avons donc recommencé avec ce que vous venez d’envoyer. Si vous aviez demandé le lien de retour par courriel, ouvrez-le pour retrouver les pages précédentes.',
  draftSaved: 'Enregistré.',
  saving: 'Enregistrement…',
  offline:
    'Non enregistré\u00a0: il n’y a pas de connexion. Laissez cette page ouverte\u00a0; nous réessayons.',
  checkTitle: 'Vérifiez vos réponses',
  checkLead:
    'Rien n’a encore été envoyé. Relisez vos réponses, modifiez ce que vous souhaitez, puis envoyez-les.',
  change: 'Modifier',
  toCorrect: 'Certaines réponses doivent être corrigées avant l’envoi.',
  declaration: 'Déclaration',
  submit: 'Envoyer',
  trap: 'Laissez ce champ vide',
  sentTitle: 'Nous l’avons bien reçue',
  reference: 'Votre référence',
  next: 'La suite',
  sentMail:
    'Nous vous avons aussi envoyé un courriel avec la référence et le moyen d’en suivre le traitement. S’il n’arrive pas dans l’heure, regardez dans vos courriels indésirables.',
  sentQuestions: email => `Des questions\u00a0? Écrivez à ${email} en citant la référence.`,
  lostTitle: 'Ces réponses ne sont pas ouvertes dans ce navigateur',
  lostText:
    'Si vous avez demandé le lien de retour par courriel, ouvrez le lien de ce courriel. Les réponses qui n’ont pas été envoyées sont supprimées 30 jours après la dernière modification.',
  startAgain: 'Recommencer',
  filterList: 'Saisissez pour chercher dans la liste',
}
