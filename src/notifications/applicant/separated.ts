import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

// A case that was closed as a duplicate and was none after all: the applicant had been told that it was closed.
export const separated = defineNotification({
  name: 'separated',
  audience: 'applicant',
  on: ['case.unmerge'],
  // What is held again waits for a person first: see `released.ts`.
  when: ({ event }) => event.details['quarantine'] === undefined,
  to: 'applicant',
  text: {
    en: (facts, say) => ({
      subject: `We are continuing with ${say.yourRequest}`,
      lines: [
        paragraph(
          `We had closed ${facts.theCase.reference} as a duplicate. It is a separate request after all, so it is back where it was before, with the date that we had given you. Nothing that you sent is lost.`,
        ),
        heading('What happens next'),
        paragraph(
          `The next step is due${say.by(facts.event.dueAt)}: ours or, if we had asked you something, your answer.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Nous poursuivons le traitement de ${say.yourRequest}`,
      lines: [
        paragraph(
          `Nous avions clôturé ${facts.theCase.reference} comme doublon. Il s’agit finalement d’une demande distincte : elle reprend là où elle en était, avec l’échéance qui vous avait été indiquée. Rien de ce que vous avez envoyé n’est perdu.`,
        ),
        heading('La suite'),
        paragraph(
          `La prochaine étape est attendue${say.by(facts.event.dueAt)} : la nôtre ou, si nous vous avions posé une question, votre réponse.`,
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Seguimos adelante con ${say.yourRequest}`,
      lines: [
        paragraph(
          `Habíamos cerrado ${facts.theCase.reference} por duplicada. Resulta que es una solicitud distinta: continúa donde estaba, con la fecha que le habíamos indicado. No se pierde nada de lo que envió.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `El siguiente paso debe darse${say.by(facts.event.dueAt)}: el nuestro o, si le habíamos hecho una pregunta, su respuesta.`,
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Continuamos com ${say.yourRequest}`,
      lines: [
        paragraph(
          `Tínhamos encerrado ${facts.theCase.reference} como duplicado. Afinal é um pedido distinto: continua onde estava, com a data que tínhamos indicado. Nada do que enviou se perdeu.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `O próximo passo deve ser dado${say.by(facts.event.dueAt)}: o nosso ou, se tínhamos feito uma pergunta, a sua resposta.`,
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `نواصل العمل على ${say.yourRequest}`,
      lines: [
        paragraph(
          `كنا قد أغلقنا ${facts.theCase.reference} باعتباره مكررًا. تبيّن أنه طلب مستقل، لذلك عاد إلى ما كان عليه، بالموعد الذي كنا قد حددناه لكم. لم يُفقد شيء مما أرسلتموه.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          `يحين موعد الخطوة التالية${say.by(facts.event.dueAt)}: خطوتنا نحن أو، إذا كنا قد سألناكم عن شيء، ردّكم.`,
        ),
      ],
    }),
  },
})
