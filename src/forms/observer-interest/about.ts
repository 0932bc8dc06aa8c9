import { country, jurisdiction } from '../place-and-time-questions.ts'
import { onlyWhen } from '../question.ts'
import { choice, text } from '../questions.ts'
import { APPLICANT_TYPES, OPERATING_SCOPES } from './choices.ts'

export const about = {
  title: { en: 'Who is applying', fr: 'Qui présente la demande', es: 'Quién presenta la solicitud' },
  questions: {
    applicantType: choice(APPLICANT_TYPES, {
      label: { en: 'Type of applicant', fr: 'Type de demandeur', es: 'Tipo de solicitante' },
    }),
    applicantTypeOther: onlyWhen(
      {
        question: 'applicantType',
        is: ['other'],
        text: {
          en: 'if the type of applicant is “Other”',
          fr: 'si le type de demandeur est « Autre »',
          es: 'si el tipo de solicitante es «Otro»',
        },
      },
      text({
        label: {
          en: 'Type of applicant in your words',
          fr: 'Type de demandeur, selon vos termes',
          es: 'Tipo de solicitante en sus palabras',
        },
        max: 200,
        min: 2,
      }),
    ),
    jurisdiction: onlyWhen(
      {
        question: 'applicantType',
        is: ['national-member', 'local-member'],
        text: {
          en: 'if the applicant is an OGP national or local member',
          fr: 'si le demandeur est un membre national ou local du PGO',
          es: 'si el solicitante es un miembro nacional o local de la AGA',
        },
      },
      jurisdiction({
        label: { en: 'OGP member', fr: 'Membre du PGO', es: 'Miembro de la AGA' },
        hint: {
          en: 'Choose the national or local member from the list. A local member is not its country.',
          fr: 'Choisissez le membre national ou local dans la liste. Un membre local est distinct de son pays.',
          es: 'Elija el miembro nacional o local de la lista. Un miembro local es distinto de su país.',
        },
      }),
    ),
    country: country({
      label: { en: 'Country or territory', fr: 'Pays ou territoire', es: 'País o territorio' },
      hint: {
        en: 'Where your organisation is based.',
        fr: 'Où votre organisation a son siège.',
        es: 'Donde su organización tiene su sede.',
      },
    }),
    operatingScope: choice(OPERATING_SCOPES, {
      label: { en: 'Where you work', fr: 'Portée de vos activités', es: 'Alcance de su actividad' },
    }),
  },
}
