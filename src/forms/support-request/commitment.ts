import { date } from '../place-and-time-questions.ts'
import { optional } from '../question.ts'
import { choice, choices, group, list, longText, text } from '../questions.ts'
import { MILESTONE_STATUSES, OGP_VALUES } from './action-plan-choices.ts'

const dates = {
  startDate: optional(
    date({
      label: {
        en: 'Start date',
        fr: 'Date de début',
        es: 'Fecha de inicio',
        pt: 'Data de início',
        ar: 'تاريخ البدء',
      },
    }),
  ),
  endDate: optional(
    date({
      label: {
        en: 'End date',
        fr: 'Date de fin',
        es: 'Fecha de finalización',
        pt: 'Data de término',
        ar: 'تاريخ الانتهاء',
      },
    }),
  ),
}

export const commitment = group(
  {
    label: { en: 'Commitment', fr: 'Engagement', es: 'Compromiso', pt: 'Compromisso', ar: 'الالتزام' },
    hint: {
      en: 'The commitment for which you ask for support. A draft will do.',
      fr: 'L’engagement pour lequel vous demandez un appui. Une version provisoire suffit.',
      es: 'El compromiso para el que solicita apoyo. Basta con un borrador.',
      pt: 'O compromisso para o qual pede apoio. Basta um rascunho.',
      ar: 'الالتزام الذي تطلبون الدعم من أجله. تكفي مسودة.',
    },
  },
  {
    title: text({
      label: { en: 'Title', fr: 'Intitulé', es: 'Título', pt: 'Título', ar: 'العنوان' },
      min: 2,
      max: 200,
    }),
    problem: longText({
      label: {
        en: 'Public problem',
        fr: 'Problème public',
        es: 'Problema público',
        pt: 'Problema público',
        ar: 'المشكلة العامة',
      },
      hint: {
        en: 'The problem that the commitment addresses. At most 300 words.',
        fr: 'Le problème auquel l’engagement répond. 300 mots au plus.',
        es: 'El problema que aborda el compromiso. Máximo 300 palabras.',
        pt: 'O problema que o compromisso aborda. No máximo 300 palavras.',
        ar: 'المشكلة التي يعالجها الالتزام. 300 كلمة على الأكثر.',
      },
      maxWords: 300,
    }),
    description: longText({
      label: { en: 'Description', fr: 'Description', es: 'Descripción', pt: 'Descrição', ar: 'الوصف' },
      hint: {
        en: 'At most 300 words.',
        fr: '300 mots au plus.',
        es: 'Máximo 300 palabras.',
        pt: 'No máximo 300 palavras.',
        ar: '300 كلمة على الأكثر.',
      },
      maxWords: 300,
    }),
    howItHelps: longText({
      label: {
        en: 'How it helps to solve the problem',
        fr: 'Comment il contribue à résoudre le problème',
        es: 'Cómo contribuye a resolver el problema',
        pt: 'Como contribui para resolver o problema',
        ar: 'كيف يساعد على حل المشكلة',
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
    values: choices(OGP_VALUES, {
      label: {
        en: 'OGP values',
        fr: 'Valeurs du PGO',
        es: 'Valores de la AGA',
        pt: 'Valores da OGP',
        ar: 'قيم شراكة الحكومة المنفتحة',
      },
      hint: {
        en: 'The values that the commitment advances.',
        fr: 'Les valeurs que l’engagement fait progresser.',
        es: 'Los valores que promueve el compromiso.',
        pt: 'Os valores que o compromisso promove.',
        ar: 'القيم التي يعززها الالتزام.',
      },
    }),
    leadAgency: text({
      label: {
        en: 'Lead agency',
        fr: 'Organisme chef de file',
        es: 'Institución responsable',
        pt: 'Instituição responsável',
        ar: 'الجهة المسؤولة',
      },
      min: 2,
      max: 200,
    }),
    ...dates,
  },
)

export const milestones = optional(
  list(
    group(
      { label: { en: 'Milestone', fr: 'Jalon', es: 'Hito', pt: 'Marco', ar: 'مرحلة رئيسية' } },
      {
        title: text({
          label: { en: 'Title', fr: 'Intitulé', es: 'Título', pt: 'Título', ar: 'العنوان' },
          min: 2,
          max: 200,
        }),
        ...dates,
        responsible: optional(
          text({
            label: {
              en: 'Responsible',
              fr: 'Responsable',
              es: 'Responsable',
              pt: 'Responsável',
              ar: 'المسؤول',
            },
            min: 2,
            max: 200,
          }),
        ),
        status: choice(MILESTONE_STATUSES, {
          label: {
            en: 'Progress',
            fr: 'État d’avancement',
            es: 'Avance',
            pt: 'Andamento',
            ar: 'مستوى التقدم',
          },
        }),
      },
    ),
    {
      label: { en: 'Milestones', fr: 'Jalons', es: 'Hitos', pt: 'Marcos', ar: 'المراحل الرئيسية' },
      hint: {
        en: 'At most ten.',
        fr: 'Dix au plus.',
        es: 'Diez como máximo.',
        pt: 'No máximo dez.',
        ar: 'عشر على الأكثر.',
      },
      max: 10,
    },
  ),
)
