import type { OfflineWords } from './offline-words.ts'

export const fr: OfflineWords = {
  title: 'Remplir le formulaire sans connexion',
  lead: 'Téléchargez le formulaire en un seul fichier, remplissez-le quand et où vous voulez, puis rapportez vos réponses ici ou par courriel.',
  downloadTitle: '1. Télécharger le formulaire',
  download: 'Télécharger le formulaire',
  downloadHint: 'Un seul fichier, qui s’ouvre dans tout navigateur et ne demande aucune connexion.',
  uploadTitle: '2. Rapporter vos réponses',
  uploadHint:
    'Le fichier qui contient vos réponses, dont le nom se termine par .html. Rien n’est envoyé définitivement avant que vous l’ayez vérifié à la page suivante.',
  file: 'Le fichier avec vos réponses',
  upload: 'Continuer avec ces réponses',
  refused: {
    missing: 'Choisissez le fichier avec vos réponses.',
    'too-large':
      'Ce fichier est trop volumineux pour être le formulaire. Choisissez celui que «\u00a0Enregistrer mes réponses\u00a0» a créé.',
    'not-a-form':
      'Ce fichier n’est pas notre formulaire. Choisissez celui que «\u00a0Enregistrer mes réponses\u00a0» a créé.',
    broken:
      'Les réponses de ce fichier sont illisibles\u00a0: il a été coupé ou modifié. Ouvrez-le, enregistrez de nouveau vos réponses et choisissez le nouveau fichier.',
    'other-form': 'Ce fichier est un autre formulaire. Ouvrez la page de ce formulaire pour l’y déposer.',
    'other-version':
      'Le formulaire a changé depuis que vous avez téléchargé ce fichier. Téléchargez-le de nouveau et recopiez-y vos réponses\u00a0; l’ancien fichier s’ouvre toujours.',
    changed:
      'Ce fichier répond à des questions que le formulaire ne pose pas. Enregistrez de nouveau vos réponses et choisissez le nouveau fichier.',
    empty:
      'Ce fichier ne contient aucune réponse. Ouvrez-le, remplissez-le, appuyez sur «\u00a0Enregistrer mes réponses\u00a0» et choisissez le fichier ainsi créé.',
  },
  howTitle: 'Comment fonctionne ce fichier',
  how: (address, mailTo) => [
    'Remplissez-le ici, sans connexion. «\u00a0Enregistrer mes réponses\u00a0» crée un nouveau fichier qui les contient\u00a0: ouvrez-le pour continuer un autre jour.',
    `Une fois connecté, déposez le fichier enregistré à l’adresse ${address}, ou envoyez-le en pièce jointe à ${mailTo}.`,
    'Vous verrez alors encore une fois toutes vos réponses, et ce qui est à corriger, avant tout envoi.',
  ],
  noScript:
    'Votre navigateur n’exécute pas de scripts\u00a0: il ne peut pas enregistrer vos réponses dans un fichier. Remplissez le formulaire, laissez-le ouvert et appuyez sur «\u00a0Envoyer une fois connecté\u00a0» le moment venu, ou imprimez-le pour vous.',
  onlyIf: condition => `À remplir seulement ${condition}.`,
  save: 'Enregistrer mes réponses',
  saved:
    'Vos réponses se trouvent dans le fichier qui vient d’être enregistré. Gardez-le\u00a0: ouvrez-le pour continuer, ou rapportez-le-nous.',
  sendNow: 'Envoyer une fois connecté',
  sendNowHint: 'Ouvre notre site avec ces réponses. Vous les y vérifiez avant l’envoi.',
  files: 'Des fichiers peuvent être ajoutés sur notre site, après le retour de vos réponses.',
  unsaved: 'Vos dernières réponses ne sont pas encore enregistrées.',
}
