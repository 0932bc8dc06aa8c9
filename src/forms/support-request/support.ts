import { date } from '../place-and-time-questions.ts'
import { optional } from '../question.ts'
import { choice, choices, longText } from '../questions.ts'
import { justiceThemes } from '../shared-questions.ts'
import { NEEDED_BY_REASONS, SUPPORT_TYPES } from './support-choices.ts'

export const support = {
  title: { en: 'Support', fr: 'Appui', es: 'Apoyo', pt: 'Apoio', ar: 'الدعم' },
  questions: {
    justiceThemes,
    supportTypes: choices(SUPPORT_TYPES, {
      label: {
        en: 'Kinds of support',
        fr: 'Types d’appui',
        es: 'Tipos de apoyo',
        pt: 'Tipos de apoio',
        ar: 'أنواع الدعم',
      },
      hint: {
        en: 'Choose all that apply.',
        fr: 'Choisissez tous les types concernés.',
        es: 'Elija todos los que correspondan.',
        pt: 'Escolha todas as opções que se aplicam.',
        ar: 'يُرجى اختيار كل ما ينطبق.',
      },
    }),
    desiredOutcome: longText({
      label: {
        en: 'Desired outcome',
        fr: 'Résultat attendu',
        es: 'Resultado esperado',
        pt: 'Resultado desejado',
        ar: 'النتيجة المنشودة',
      },
      hint: {
        en: 'What should be different afterwards. At most 300 words.',
        fr: 'Ce qui devrait avoir changé ensuite. 300 mots au plus.',
        es: 'Qué debería haber cambiado después. Máximo 300 palabras.',
        pt: 'O que deverá ser diferente depois. No máximo 300 palavras.',
        ar: 'ما الذي ينبغي أن يتغير بعد ذلك. 300 كلمة على الأكثر.',
      },
      maxWords: 300,
    }),
    triedSoFar: optional(
      longText({
        label: {
          en: 'What you have tried so far',
          fr: 'Ce que vous avez déjà essayé',
          es: 'Qué ha intentado hasta ahora',
          pt: 'O que já tentou até agora',
          ar: 'ما جرّبتموه حتى الآن',
        },
        hint: {
          en: 'At most 300 words.',
          fr: '300 mots au plus.',
          es: 'Máximo 300 palabras.',
          pt: 'No máximo 300 palavras.',
          ar: '300 كلمة على الأكثر.',
        },
        maxWords: 300,
      }),
    ),
    neededBy: date({
      label: {
        en: 'Needed by',
        fr: 'Nécessaire avant le',
        es: 'Necesario antes del',
        pt: 'Necessário até',
        ar: 'مطلوب قبل تاريخ',
      },
      fromToday: true,
    }),
    neededByReason: choice(NEEDED_BY_REASONS, {
      label: {
        en: 'Reason for the date',
        fr: 'Raison de cette date',
        es: 'Motivo de la fecha',
        pt: 'Motivo da data',
        ar: 'سبب اختيار التاريخ',
      },
    }),
  },
}
