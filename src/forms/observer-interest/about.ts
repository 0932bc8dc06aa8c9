import { country, jurisdiction } from '../place-and-time-questions.ts'
import { onlyWhen } from '../question.ts'
import { choice, text } from '../questions.ts'
import { APPLICANT_TYPES, OPERATING_SCOPES } from './choices.ts'

export const about = {
  title: {
    en: 'Who is applying',
    fr: 'Qui présente la demande',
    es: 'Quién presenta la solicitud',
    pt: 'Quem apresenta o pedido',
    ar: 'الجهة مقدّمة الطلب',
  },
  questions: {
    applicantType: choice(APPLICANT_TYPES, {
      label: {
        en: 'Type of applicant',
        fr: 'Type de demandeur',
        es: 'Tipo de solicitante',
        pt: 'Tipo de requerente',
        ar: 'نوع مقدّم الطلب',
      },
    }),
    applicantTypeOther: onlyWhen(
      {
        question: 'applicantType',
        is: ['other'],
        text: {
          en: 'if the type of applicant is “Other”',
          fr: 'si le type de demandeur est « Autre »',
          es: 'si el tipo de solicitante es «Otro»',
          pt: 'se o tipo de requerente for “Outro”',
          ar: 'إذا كان نوع مقدّم الطلب «غير ذلك»',
        },
      },
      text({
        label: {
          en: 'Type of applicant in your words',
          fr: 'Type de demandeur, selon vos termes',
          es: 'Tipo de solicitante en sus palabras',
          pt: 'Tipo de requerente, nas suas palavras',
          ar: 'نوع مقدّم الطلب بكلماتكم',
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
          pt: 'se o requerente for um membro nacional ou local da OGP',
          ar: 'إذا كان مقدّم الطلب عضوًا وطنيًا أو محليًا في شراكة الحكومة المنفتحة',
        },
      },
      jurisdiction({
        label: {
          en: 'OGP member',
          fr: 'Membre du PGO',
          es: 'Miembro de la AGA',
          pt: 'Membro da OGP',
          ar: 'العضو في شراكة الحكومة المنفتحة',
        },
        hint: {
          en: 'Choose the national or local member from the list. A local member is not its country.',
          fr: 'Choisissez le membre national ou local dans la liste. Un membre local est distinct de son pays.',
          es: 'Elija el miembro nacional o local de la lista. Un miembro local es distinto de su país.',
          pt: 'Escolha na lista o membro nacional ou local. Um membro local é distinto do seu país.',
          ar: 'يُرجى اختيار العضو الوطني أو المحلي من القائمة. العضو المحلي مستقل عن بلده.',
        },
      }),
    ),
    country: country({
      label: {
        en: 'Country or territory',
        fr: 'Pays ou territoire',
        es: 'País o territorio',
        pt: 'País ou território',
        ar: 'البلد أو الإقليم',
      },
      hint: {
        en: 'Where your organisation is based.',
        fr: 'Où votre organisation a son siège.',
        es: 'Donde su organización tiene su sede.',
        pt: 'Onde fica a sede da sua organização.',
        ar: 'حيث يقع مقر منظمتكم.',
      },
    }),
    operatingScope: choice(OPERATING_SCOPES, {
      label: {
        en: 'Where you work',
        fr: 'Portée de vos activités',
        es: 'Alcance de su actividad',
        pt: 'Âmbito de atuação',
        ar: 'نطاق عملكم',
      },
    }),
  },
}
