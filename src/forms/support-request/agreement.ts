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
  },
  questions: {
    confidentiality: choice(CONFIDENTIALITIES, {
      label: { en: 'Confidentiality', fr: 'Confidentialité', es: 'Confidencialidad' },
    }),
    embargoUntil: onlyWhen(
      {
        question: 'confidentiality',
        is: ['embargo'],
        text: {
          en: 'if the request is under embargo',
          fr: 'si la demande est sous embargo',
          es: 'si la solicitud está bajo embargo',
        },
      },
      date({
        label: { en: 'Embargo until', fr: 'Embargo jusqu’au', es: 'Embargo hasta el' },
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
        },
      },
      longText({
        label: { en: 'Public summary', fr: 'Résumé public', es: 'Resumen público' },
        hint: {
          en: 'We may publish these words as they are. At most 100 words.',
          fr: 'Nous pourrons publier ce texte tel quel. 100 mots au plus.',
          es: 'Podremos publicar este texto tal cual. Máximo 100 palabras.',
        },
        maxWords: 100,
      }),
    ),
    authorisedBy: group(
      {
        label: { en: 'Authorised by', fr: 'Autorisée par', es: 'Autorizada por' },
        hint: {
          en: 'The person in your institution who has agreed to this request.',
          fr: 'La personne qui, au sein de votre institution, a approuvé cette demande.',
          es: 'La persona de su institución que ha aprobado esta solicitud.',
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
          },
        }),
      },
    ),
    declarations: group(
      { label: { en: 'Declarations', fr: 'Déclarations', es: 'Declaraciones' } },
      { privacyNotice },
    ),
  },
}
