import { onlyWhen, type Condition } from '../question.ts'
import { choice, text } from '../questions.ts'
import { ACTION_PLANS, CHALLENGE_STATUSES, CYCLE_STAGES } from './action-plan-choices.ts'
import { commitment, milestones } from './commitment.ts'

const planExists: Condition = {
  question: 'actionPlan',
  is: ['plan'],
  text: {
    en: 'if the request is about an action plan',
    fr: 'si la demande porte sur un plan d’action',
    es: 'si la solicitud se refiere a un plan de acción',
    pt: 'se o pedido se referir a um plano de ação',
    ar: 'إذا كان الطلب يتعلق بخطة عمل',
  },
}

export const actionPlan = {
  title: {
    en: 'Action plan',
    fr: 'Plan d’action',
    es: 'Plan de acción',
    pt: 'Plano de ação',
    ar: 'خطة العمل',
  },
  questions: {
    actionPlan: choice(ACTION_PLANS, {
      label: {
        en: 'What the request is about',
        fr: 'Objet de la demande',
        es: 'A qué se refiere la solicitud',
        pt: 'A que se refere o pedido',
        ar: 'موضوع الطلب',
      },
      hint: {
        en: 'Choose “No action plan yet” also when you have only begun to plan one.',
        fr: 'Choisissez « Pas encore de plan d’action » également si vous commencez à peine à le préparer.',
        es: 'Elija «Todavía ningún plan de acción» también si apenas comienza a planificarlo.',
        pt: 'Escolha “Ainda sem plano de ação” também se o planejamento acabou de começar.',
        ar: 'يُرجى اختيار «لا خطة عمل بعد» أيضًا إذا كنتم قد بدأتم للتو في التخطيط لها.',
      },
    }),
    actionPlanLabel: onlyWhen(
      planExists,
      text({
        label: {
          en: 'Years of the action plan',
          fr: 'Années du plan d’action',
          es: 'Años del plan de acción',
          pt: 'Anos do plano de ação',
          ar: 'سنوات خطة العمل',
        },
        hint: {
          en: 'For example: 2023–2025.',
          fr: 'Par exemple : 2023–2025.',
          es: 'Por ejemplo: 2023–2025.',
          pt: 'Por exemplo: 2023–2025.',
          ar: 'مثلًا: 2023–2025.',
        },
        min: 4,
        max: 40,
      }),
    ),
    cycleStage: choice(CYCLE_STAGES, {
      label: {
        en: 'Stage of the cycle',
        fr: 'Étape du cycle',
        es: 'Etapa del ciclo',
        pt: 'Etapa do ciclo',
        ar: 'مرحلة الدورة',
      },
    }),
    commitment: onlyWhen(planExists, commitment),
    milestones,
    openGovChallenge: choice(CHALLENGE_STATUSES, {
      label: {
        en: 'Taking part in the Open Gov Challenge',
        fr: 'Participation à l’Open Gov Challenge',
        es: 'Participación en el Desafío de Gobierno Abierto (Open Gov Challenge)',
        pt: 'Participação no Desafio de Governo Aberto (Open Gov Challenge)',
        ar: 'المشاركة في تحدي الحكومة المنفتحة (Open Gov Challenge)',
      },
    }),
  },
}
