import { onlyWhen, optional } from '../question.ts'
import { choice, longText, text } from '../questions.ts'
import { justiceThemes } from '../shared-questions.ts'
import { PARTICIPATIONS } from './choices.ts'

export const interest = {
  title: {
    en: 'Your interest',
    fr: 'Votre intérêt',
    es: 'Su interés',
    pt: 'O seu interesse',
    ar: 'اهتمامكم',
  },
  questions: {
    participation: choice(PARTICIPATIONS, {
      label: {
        en: 'Participation',
        fr: 'Participation',
        es: 'Participación',
        pt: 'Participação',
        ar: 'المشاركة',
      },
    }),
    meeting: onlyWhen(
      {
        question: 'participation',
        is: ['one-meeting'],
        text: {
          en: 'if you would like to join one meeting',
          fr: 'si vous souhaitez assister à une seule réunion',
          es: 'si desea asistir a una sola reunión',
          pt: 'se desejar participar de uma só reunião',
          ar: 'إذا كنتم ترغبون في حضور اجتماع واحد',
        },
      },
      text({
        label: {
          en: 'Which meeting',
          fr: 'Quelle réunion',
          es: 'Qué reunión',
          pt: 'Qual reunião',
          ar: 'أي اجتماع',
        },
        hint: {
          en: 'Its name or date.',
          fr: 'Son intitulé ou sa date.',
          es: 'Su nombre o fecha.',
          pt: 'O nome ou a data.',
          ar: 'اسمه أو تاريخه.',
        },
        min: 2,
        max: 200,
      }),
    ),
    justiceThemes,
    relevantWork: longText({
      label: {
        en: 'Relevant work',
        fr: 'Travaux pertinents',
        es: 'Trabajo relevante',
        pt: 'Trabalho relevante',
        ar: 'الأعمال ذات الصلة',
      },
      hint: {
        en: 'What you have done on justice and open government. At most 250 words.',
        fr: 'Ce que vous avez accompli en matière de justice et de gouvernement ouvert. 250 mots au plus.',
        es: 'Lo que ha hecho en materia de justicia y gobierno abierto. Máximo 250 palabras.',
        pt: 'O que já fez sobre justiça e governo aberto. No máximo 250 palavras.',
        ar: 'ما أنجزتموه في مجال العدالة والحكومة المنفتحة. 250 كلمة على الأكثر.',
      },
      maxWords: 250,
    }),
    motivation: longText({
      label: {
        en: 'Why you want to observe',
        fr: 'Vos motivations',
        es: 'Por qué desea observar',
        pt: 'Por que deseja observar',
        ar: 'لماذا ترغبون في المشاركة بصفة مراقب',
      },
      hint: {
        en: 'At most 250 words.',
        fr: '250 mots au plus.',
        es: 'Máximo 250 palabras.',
        pt: 'No máximo 250 palavras.',
        ar: '250 كلمة على الأكثر.',
      },
      maxWords: 250,
    }),
    contribution: optional(
      longText({
        label: {
          en: 'What you can contribute',
          fr: 'Ce que vous pouvez apporter',
          es: 'Qué puede aportar',
          pt: 'Com que pode contribuir',
          ar: 'ما يمكنكم الإسهام به',
        },
        hint: {
          en: 'At most 250 words.',
          fr: '250 mots au plus.',
          es: 'Máximo 250 palabras.',
          pt: 'No máximo 250 palavras.',
          ar: '250 كلمة على الأكثر.',
        },
        maxWords: 250,
      }),
    ),
  },
}
