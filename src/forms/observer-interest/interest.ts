import { onlyWhen, optional } from '../question.ts'
import { choice, longText, text } from '../questions.ts'
import { justiceThemes } from '../shared-questions.ts'
import { PARTICIPATIONS } from './choices.ts'

export const interest = {
  title: { en: 'Your interest', fr: 'Votre intérêt', es: 'Su interés' },
  questions: {
    participation: choice(PARTICIPATIONS, {
      label: { en: 'Participation', fr: 'Participation', es: 'Participación' },
    }),
    meeting: onlyWhen(
      {
        question: 'participation',
        is: ['one-meeting'],
        text: {
          en: 'if you would like to join one meeting',
          fr: 'si vous souhaitez assister à une seule réunion',
          es: 'si desea asistir a una sola reunión',
        },
      },
      text({
        label: { en: 'Which meeting', fr: 'Quelle réunion', es: 'Qué reunión' },
        hint: {
          en: 'Its name or date.',
          fr: 'Son intitulé ou sa date.',
          es: 'Su nombre o fecha.',
        },
        min: 2,
        max: 200,
      }),
    ),
    justiceThemes,
    relevantWork: longText({
      label: { en: 'Relevant work', fr: 'Travaux pertinents', es: 'Trabajo relevante' },
      hint: {
        en: 'What you have done on justice and open government. At most 250 words.',
        fr: 'Ce que vous avez accompli en matière de justice et de gouvernement ouvert. 250 mots au plus.',
        es: 'Lo que ha hecho en materia de justicia y gobierno abierto. Máximo 250 palabras.',
      },
      maxWords: 250,
    }),
    motivation: longText({
      label: { en: 'Why you want to observe', fr: 'Vos motivations', es: 'Por qué desea observar' },
      hint: { en: 'At most 250 words.', fr: '250 mots au plus.', es: 'Máximo 250 palabras.' },
      maxWords: 250,
    }),
    contribution: optional(
      longText({
        label: { en: 'What you can contribute', fr: 'Ce que vous pouvez apporter', es: 'Qué puede aportar' },
        hint: { en: 'At most 250 words.', fr: '250 mots au plus.', es: 'Máximo 250 palabras.' },
        maxWords: 250,
      }),
    ),
  },
}
