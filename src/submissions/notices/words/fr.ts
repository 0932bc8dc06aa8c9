import type { Notices } from './notices.ts'

export const fr: Notices = {
  privacy: {
    title: 'Avis de confidentialité (version 2026-1)',
    parts: [
      {
        heading: 'Ce que nous faisons de vos données',
        lines: [
          'Nous utilisons ce que vous envoyez pour décider de votre demande, vous répondre et vous inviter si vous l’avez souhaité.',
          'Responsable : l’Unité d’appui du Partenariat pour un gouvernement ouvert, pour la Coalition pour la justice. Écrivez à {email}.',
        ],
      },
      {
        heading: 'Qui les voit',
        lines: [
          'Les personnes qui traitent votre demande, et personne qui ait déclaré un conflit d’intérêts. Ce que vous dites de vos besoins d’accessibilité n’est vu que par les organisateurs des réunions, et est effacé après la réunion si vous n’avez demandé à assister qu’à une seule ; sinon, 30 jours après la clôture de votre demande, c’est-à-dire, pour les observateurs, après la fin de leur participation.',
          'Nous ne publions votre nom et votre pays que si vous l’avez accepté et si votre demande est acceptée ; sinon, vous comptez dans des chiffres sans nom.',
          'Nos pages ne chargent rien d’autres entreprises, et personne ne compte vos visites pour elles.',
        ],
      },
      {
        heading: 'Combien de temps elles sont conservées',
        lines: [
          'Ce que vous n’avez pas envoyé est supprimé 30 jours après votre dernière modification, avec ses fichiers.',
          'Ce que vous avez envoyé est conservé tant que cela est utile, ou jusqu’à ce que vous en demandiez l’effacement. Vos réponses, fichiers et messages sont alors effacés ; il reste qu’une demande a été reçue et décidée, et quand.',
        ],
      },
      {
        heading: 'Ce que vous pouvez demander',
        lines: [
          'Les consulter, les faire corriger, les faire effacer ou retirer votre demande. Le lien de nos courriels y mène, ou écrivez à {email}.',
        ],
      },
      {
        heading: 'Cookies',
        lines: [
          'Un qui retient votre langue si vous la choisissez, et un pour chaque formulaire commencé, afin que seul votre navigateur ouvre vos réponses. Rien d’autre.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibilité',
    parts: [
      {
        heading: 'Comment nous construisons',
        lines: [
          'Ces pages visent la conformité aux règles pour l’accessibilité des contenus Web (WCAG) 2.2, niveau AA. Chacune est testée automatiquement et sur 320 pixels de large, les formulaires aussi au clavier seul et sans JavaScript.',
          'Elles fonctionnent sans JavaScript, sur un petit écran et sur une ligne lente.',
        ],
      },
      {
        heading: 'Si quelque chose vous gêne',
        lines: [
          'Écrivez à {email} : indiquez la page et ce qui s’est passé. Nous répondons, et prenons votre demande par courriel si c’est plus facile pour vous.',
        ],
      },
    ],
  },
  contact: {
    title: 'Contact',
    parts: [
      {
        heading: 'Nous écrire',
        lines: [
          '{email}',
          'Si vous avez une référence, par exemple OBS-7K2M4, citez-la : la personne qui traite votre demande recevra alors votre message.',
        ],
      },
    ],
  },
}
