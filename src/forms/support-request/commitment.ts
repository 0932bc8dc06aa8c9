import { date } from '../place-and-time-questions.ts'
import { optional } from '../question.ts'
import { choice, choices, group, list, longText, text } from '../questions.ts'
import { MILESTONE_STATUSES, OGP_VALUES } from './choices.ts'

const dates = {
  startDate: optional(date({ label: { en: 'Start date', fr: 'Date de début', es: 'Fecha de inicio' } })),
  endDate: optional(date({ label: { en: 'End date', fr: 'Date de fin', es: 'Fecha de finalización' } })),
}

export const commitment = group(
  {
    label: { en: 'Commitment', fr: 'Engagement', es: 'Compromiso' },
    hint: {
      en: 'The commitment for which you ask for support. A draft will do.',
      fr: 'L’engagement pour lequel vous demandez un appui. Une version provisoire suffit.',
      es: 'El compromiso para el que solicita apoyo. Basta con un borrador.',
    },
  },
  {
    title: text({ label: { en: 'Title', fr: 'Intitulé', es: 'Título' }, min: 2, max: 200 }),
    problem: longText({
      label: { en: 'Public problem', fr: 'Problème public', es: 'Problema público' },
      hint: {
        en: 'The problem that the commitment addresses. At most 300 words.',
        fr: 'Le problème auquel l’engagement répond. 300 mots au plus.',
        es: 'El problema que aborda el compromiso. Máximo 300 palabras.',
      },
      maxWords: 300,
    }),
    description: longText({
      label: { en: 'Description', fr: 'Description', es: 'Descripción' },
      hint: { en: 'At most 300 words.', fr: '300 mots au plus.', es: 'Máximo 300 palabras.' },
      maxWords: 300,
    }),
    howItHelps: longText({
      label: {
        en: 'How it helps to solve the problem',
        fr: 'Comment il contribue à résoudre le problème',
        es: 'Cómo contribuye a resolver el problema',
      },
      hint: { en: 'At most 300 words.', fr: '300 mots au plus.', es: 'Máximo 300 palabras.' },
      maxWords: 300,
    }),
    values: choices(OGP_VALUES, {
      label: { en: 'OGP values', fr: 'Valeurs du PGO', es: 'Valores de la AGA' },
      hint: {
        en: 'The values that the commitment advances.',
        fr: 'Les valeurs que l’engagement fait progresser.',
        es: 'Los valores que promueve el compromiso.',
      },
    }),
    leadAgency: text({
      label: { en: 'Lead agency', fr: 'Organisme chef de file', es: 'Institución responsable' },
      min: 2,
      max: 200,
    }),
    ...dates,
  },
)

export const milestones = optional(
  list(
    group(
      { label: { en: 'Milestone', fr: 'Jalon', es: 'Hito' } },
      {
        title: text({ label: { en: 'Title', fr: 'Intitulé', es: 'Título' }, min: 2, max: 200 }),
        ...dates,
        responsible: optional(
          text({ label: { en: 'Responsible', fr: 'Responsable', es: 'Responsable' }, min: 2, max: 200 }),
        ),
        status: choice(MILESTONE_STATUSES, {
          label: { en: 'Progress', fr: 'État d’avancement', es: 'Avance' },
        }),
      },
    ),
    {
      label: { en: 'Milestones', fr: 'Jalons', es: 'Hitos' },
      hint: { en: 'At most ten.', fr: 'Dix au plus.', es: 'Diez como máximo.' },
      max: 10,
    },
  ),
)
