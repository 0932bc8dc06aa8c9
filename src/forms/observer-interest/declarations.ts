import { choice, declaration, group } from '../questions.ts'
import { privacyNotice } from '../shared-questions.ts'
import { PUBLICATIONS } from './choices.ts'

export const declarations = {
  title: {
    en: 'Publication and declarations',
    fr: 'Publication et déclarations',
    es: 'Publicación y declaraciones',
    pt: 'Publicação e declarações',
    ar: 'النشر والإقرارات',
  },
  questions: {
    publication: choice(PUBLICATIONS, {
      label: { en: 'Publication', fr: 'Publication', es: 'Publicación', pt: 'Publicação', ar: 'النشر' },
    }),
    declarations: group(
      {
        label: {
          en: 'Declarations',
          fr: 'Déclarations',
          es: 'Declaraciones',
          pt: 'Declarações',
          ar: 'الإقرارات',
        },
      },
      {
        authorised: declaration({
          label: {
            en: 'I am authorised to apply for this organisation',
            fr: 'Je suis habilité(e) à présenter cette demande au nom de l’organisation',
            es: 'Tengo autorización para presentar esta solicitud en nombre de la organización',
            pt: 'Tenho autorização para apresentar este pedido em nome da organização',
            ar: 'أنا مفوَّض بتقديم هذا الطلب باسم المنظمة',
          },
        }),
        undertakings: declaration({
          label: {
            en: 'We will share what we learn, take part, and respect the rules of the meetings',
            fr: 'Nous partagerons nos enseignements, participerons et respecterons les règles des réunions',
            es: 'Compartiremos lo que aprendamos, participaremos y respetaremos las reglas de las reuniones',
            pt: 'Compartilharemos o que aprendermos, participaremos e respeitaremos as regras das reuniões',
            ar: 'سنتشارك ما نتعلمه، وسنشارك في الاجتماعات، وسنحترم قواعدها',
          },
        }),
        privacyNotice,
      },
    ),
  },
}
