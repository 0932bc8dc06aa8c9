import { date } from '../place-and-time-questions.ts'
import { onlyWhen } from '../question.ts'
import { choice, declaration, group, longText } from '../questions.ts'
import { fullName, position, privacyNotice } from '../shared-questions.ts'
import { CONFIDENTIALITIES } from './choices.ts'

export const agreement = {
  title: {
    en: 'Confidentiality and authorisation',
    fr: 'Confidentialité et autorisation',
    es: 'Confidencialidad y autorización',
    pt: 'Confidencialidade e autorização',
    ar: 'السرية والتفويض',
  },
  questions: {
    confidentiality: choice(CONFIDENTIALITIES, {
      label: {
        en: 'Confidentiality',
        fr: 'Confidentialité',
        es: 'Confidencialidad',
        pt: 'Confidencialidade',
        ar: 'السرية',
      },
    }),
    embargoUntil: onlyWhen(
      {
        question: 'confidentiality',
        is: ['embargo'],
        text: {
          en: 'if the request is under embargo',
          fr: 'si la demande est sous embargo',
          es: 'si la solicitud está bajo embargo',
          pt: 'se o pedido estiver sob embargo',
          ar: 'إذا كان نشر الطلب محظورًا حتى تاريخ معيّن',
        },
      },
      date({
        label: {
          en: 'Embargo until',
          fr: 'Embargo jusqu’au',
          es: 'Embargo hasta el',
          pt: 'Embargo até',
          ar: 'حظر النشر حتى',
        },
        fromToday: true,
      }),
    ),
    publicSummary: onlyWhen(
      {
        question: 'confidentiality',
        is: ['public-summary'],
        text: {
          en: 'if a summary may be published',
          fr: 'si un résumé peut être publié',
          es: 'si se puede publicar un resumen',
          pt: 'se um resumo puder ser publicado',
          ar: 'إذا كان يجوز نشر ملخص',
        },
      },
      longText({
        label: {
          en: 'Public summary',
          fr: 'Résumé public',
          es: 'Resumen público',
          pt: 'Resumo público',
          ar: 'ملخص للنشر',
        },
        hint: {
          en: 'We may publish these words as they are. At most 100 words.',
          fr: 'Nous pourrons publier ce texte tel quel. 100 mots au plus.',
          es: 'Podremos publicar este texto tal cual. Máximo 100 palabras.',
          pt: 'Podemos publicar este texto tal como está. No máximo 100 palavras.',
          ar: 'قد ننشر هذا النص كما هو. 100 كلمة على الأكثر.',
        },
        maxWords: 100,
      }),
    ),
    authorisedBy: group(
      {
        label: {
          en: 'Authorised by',
          fr: 'Autorisée par',
          es: 'Autorizada por',
          pt: 'Autorizado por',
          ar: 'صاحب التفويض',
        },
        hint: {
          en: 'The person in your institution who has agreed to this request.',
          fr: 'La personne qui, au sein de votre institution, a approuvé cette demande.',
          es: 'La persona de su institución que ha aprobado esta solicitud.',
          pt: 'A pessoa da sua instituição que concordou com este pedido.',
          ar: 'الشخص الذي وافق على هذا الطلب في مؤسستكم.',
        },
      },
      {
        name: fullName,
        title: position,
        confirmed: declaration({
          label: {
            en: 'This person has authorised the request',
            fr: 'Cette personne a autorisé la demande',
            es: 'Esta persona ha autorizado la solicitud',
            pt: 'Esta pessoa autorizou o pedido',
            ar: 'أذن هذا الشخص بتقديم الطلب',
          },
        }),
      },
    ),
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
      { privacyNotice },
    ),
  },
}
