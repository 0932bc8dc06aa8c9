import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const observerStatusEnding = defineNotification({
  name: 'observer-status-ending',
  audience: 'applicant',
  on: ['case.status-ending'],
  to: 'applicant',
  text: {
    en: ({ event, theCase }, say) => ({
      subject: 'Your term as an observer is coming to an end',
      lines: [
        paragraph(
          `The current term of ${theCase.organisation} as an observer of the Coalition on Justice runs until ${say.day(event.dueAt ?? event.at)}.`,
        ),
        paragraph(
          `To tell us whether you want to continue, and whether your representatives are still the same, ${say.useLinkOrWrite}.`,
        ),
        heading('What happens next'),
        paragraph(
          'By then we will look at your participation, with what you tell us, and write to you: either it continues for another term, or it ends and we say why. Nothing ends automatically: you remain an observer until we tell you otherwise.',
        ),
      ],
    }),
    fr: ({ event, theCase }, say) => ({
      subject: 'Votre statut d’observateur arrive à échéance',
      lines: [
        paragraph(
          `Le statut d’observateur de ${theCase.organisation} au sein de la Coalition pour la justice court jusqu’au ${say.day(event.dueAt ?? event.at)}.`,
        ),
        paragraph(
          `Pour nous dire si vous souhaitez continuer, et si vos représentants sont toujours les mêmes, ${say.useLinkOrWrite}.`,
        ),
        heading('La suite'),
        paragraph(
          'D’ici là, nous ferons le point sur votre participation en tenant compte de votre réponse, puis nous vous écrirons : soit votre statut est prolongé, soit il prend fin, et nous vous dirons pourquoi. Rien ne prend fin de soi-même : vous restez observateur tant que nous ne vous avons pas annoncé le contraire.',
        ),
      ],
    }),
    es: ({ event, theCase }, say) => ({
      subject: 'Su condición de observador está próxima a vencer',
      lines: [
        paragraph(
          `La condición de observador de ${theCase.organisation} en la Coalición por la Justicia está vigente hasta el ${say.day(event.dueAt ?? event.at)}.`,
        ),
        paragraph(
          `Para decirnos si desea continuar, y si sus representantes siguen siendo los mismos, ${say.useLinkOrWrite}.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          'Antes de esa fecha revisaremos su participación, teniendo en cuenta lo que nos diga, y le escribiremos: o bien se prorroga, o bien finaliza, y le explicaremos el motivo. Nada finaliza por sí solo: conserva su condición de observador mientras no le comuniquemos lo contrario.',
        ),
      ],
    }),
    pt: ({ event, theCase }, say) => ({
      subject: 'A sua condição de observador está a chegar ao fim do prazo',
      lines: [
        paragraph(
          `A condição de observador de ${theCase.organisation} na Coalizão pela Justiça é válida até ${say.day(event.dueAt ?? event.at)}.`,
        ),
        paragraph(
          `Para nos dizer se deseja continuar, e se os seus representantes ainda são os mesmos, ${say.useLinkOrWrite}.`,
        ),
        heading('Próximos passos'),
        paragraph(
          'Até lá, avaliamos a sua participação, tendo em conta o que nos disser, e escrevemos-lhe: ou continua por mais um período, ou termina, e dizemos por que motivo. Nada termina por si só: mantém a condição de observador enquanto não dissermos o contrário.',
        ),
      ],
    }),
    ar: ({ event, theCase }, say) => ({
      subject: 'صفتكم كمراقب تقارب نهاية مدتها',
      lines: [
        paragraph(
          `تسري صفة المراقب الممنوحة لـ ${theCase.organisation} في التحالف من أجل العدالة حتى يوم ${say.day(event.dueAt ?? event.at)}.`,
        ),
        paragraph(
          `لإخبارنا بما إذا كنتم ترغبون في الاستمرار، وبما إذا كان ممثلوكم لا يزالون أنفسهم، ${say.useLinkOrWrite}.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          'قبل ذلك الموعد ننظر في مشاركتكم آخذين في الاعتبار ما تخبروننا به، ثم نكتب إليكم: إما أن تستمر لمدة جديدة، وإما أن تنتهي مع بيان السبب. لا شيء ينتهي من تلقاء نفسه: تحتفظون بصفة المراقب ما لم نبلغكم بخلاف ذلك.',
        ),
      ],
    }),
  },
})
