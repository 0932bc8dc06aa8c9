import { choice, declaration, group } from '../questions.ts'
import { privacyNotice } from '../shared-questions.ts'
import { PUBLICATIONS } from './choices.ts'

export const declarations = {
  title: {
    en: 'Publication and declarations',
    fr: 'Publication et déclarations',
    es: 'Publicación y declaraciones',
  },
  questions: {
    publication: choice(PUBLICATIONS, {
      label: { en: 'Publication', fr: 'Publication', es: 'Publicación' },
    }),
    declarations: group(
      { label: { en: 'Declarations', fr: 'Déclarations', es: 'Declaraciones' } },
      {
        authorised: declaration({
          label: {
            en: 'I am authorised to apply for this organisation',
            fr: 'Je suis habilité(e) à présenter cette demande au nom de l’organisation',
            es: 'Tengo autorización para presentar esta solicitud en nombre de la organización',
          },
        }),
        undertakings: declaration({
          label: {
            en: 'We will share what we learn, take part, and respect the rules of the meetings',
            fr: 'Nous partagerons nos enseignements, participerons et respecterons les règles des réunions',
            es: 'Compartiremos lo que aprendamos, participaremos y respetaremos las reglas de las reuniones',
          },
        }),
        privacyNotice,
      },
    ),
  },
}
