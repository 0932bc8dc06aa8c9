import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const duplicate = defineNotification({
  name: 'duplicate',
  audience: 'applicant',
  on: ['case.mark-duplicate'],
  to: 'applicant',
  text: {
    en: ({ theCase, original }, say) => ({
      subject: 'We already have this request',
      lines: [
        paragraph(
          original === null
            ? `We had already received the same request before ${theCase.reference}, so we have closed this one as a duplicate. Nothing that you sent is lost.`
            : `We had already received the same request from you as ${original}, so we have closed ${theCase.reference} as a duplicate. Nothing that you sent is lost.`,
        ),
        heading('What happens next'),
        paragraph(
          `We will continue with the earlier request, and the dates we gave you for it still apply. There is nothing you need to do. If the two are not the same after all, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    fr: ({ theCase, original }, say) => ({
      subject: 'Nous avons déjà cette demande',
      lines: [
        paragraph(
          original === null
            ? `Nous avions déjà reçu la même demande avant ${theCase.reference} ; nous avons donc clôturé celle-ci comme doublon. Rien de ce que vous avez envoyé n’est perdu.`
            : `Nous avions déjà reçu de vous la même demande sous la référence ${original} ; nous avons donc clôturé ${theCase.reference} comme doublon. Rien de ce que vous avez envoyé n’est perdu.`,
        ),
        heading('La suite'),
        paragraph(
          `Nous poursuivons l’examen de la première demande, aux dates qui vous ont été indiquées pour elle. Vous n’avez rien à faire. S’il s’agit malgré tout de deux demandes distinctes, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    es: ({ theCase, original }, say) => ({
      subject: 'Ya tenemos esta solicitud',
      lines: [
        paragraph(
          original === null
            ? `Ya habíamos recibido la misma solicitud antes de ${theCase.reference}, por lo que hemos cerrado esta por duplicada. No se pierde nada de lo que envió.`
            : `Ya habíamos recibido de usted la misma solicitud con la referencia ${original}, por lo que hemos cerrado ${theCase.reference} por duplicada. No se pierde nada de lo que envió.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Seguimos adelante con la primera solicitud, en las fechas que se le indicaron para ella. No tiene que hacer nada. Si a pesar de todo se trata de dos solicitudes distintas, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    pt: ({ theCase, original }, say) => ({
      subject: 'Já temos este pedido',
      lines: [
        paragraph(
          original === null
            ? `Já tínhamos recebido o mesmo pedido antes de ${theCase.reference}, por isso encerramos este como duplicado. Nada do que enviou se perdeu.`
            : `Já tínhamos recebido da sua parte o mesmo pedido com a referência ${original}, por isso encerramos ${theCase.reference} como duplicado. Nada do que enviou se perdeu.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Continuamos com o pedido anterior, nas datas nele indicadas. Não precisa fazer nada. Se, apesar de tudo, os dois pedidos não forem o mesmo, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    ar: ({ theCase, original }, say) => ({
      subject: 'هذا الطلب موجود لدينا بالفعل',
      lines: [
        paragraph(
          original === null
            ? `كنا قد تلقينا الطلب نفسه قبل ${theCase.reference}، ولذلك أغلقنا هذا الطلب باعتباره مكررًا. لم يُفقد شيء مما أرسلتموه.`
            : `كنا قد تلقينا منكم الطلب نفسه بالرقم المرجعي ${original}، ولذلك أغلقنا ${theCase.reference} باعتباره مكررًا. لم يُفقد شيء مما أرسلتموه.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          `نواصل العمل على الطلب السابق، وتبقى المواعيد المذكورة فيه سارية. ليس عليكم القيام بأي شيء. إذا تبيّن أن الطلبين مختلفان، ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
  },
})
