import { defineNotification } from '../define-notification.ts'
import { answers, heading, paragraph } from '../message.ts'

export const released = defineNotification({
  name: 'released',
  audience: 'applicant',
  on: ['quarantine.lifted'],
  to: 'applicant',
  text: {
    en: (facts, say) => ({
      subject: `${facts.theCase.reference}: your answers, and what happens next`,
      lines: [
        paragraph(
          `Someone in the Support Unit has looked at ${say.yourRequest}, ${facts.theCase.reference}, and it now goes to a reviewer.`,
        ),
        heading('What happens next'),
        paragraph(
          `You will get a reasoned response from us${say.by(stillAhead(facts))}. If something is missing, we will ask you for it, and the clock stops until you answer.`,
        ),
        paragraph(
          `There is nothing you need to do now. To correct or withdraw what you sent, ${say.useLinkOrWrite}.`,
        ),
        ...answers('What you sent us', facts.document),
      ],
    }),
    fr: (facts, say) => ({
      subject: `${facts.theCase.reference} : vos réponses, et la suite`,
      lines: [
        paragraph(
          `Un membre de l’Unité d’appui a pris connaissance de ${say.yourRequest}, ${facts.theCase.reference}, qui est maintenant confiée à une personne chargée de l’examen.`,
        ),
        heading('La suite'),
        paragraph(
          `Vous recevrez notre réponse motivée${say.by(stillAhead(facts))}. S’il manque un élément, nous vous le demanderons, et notre délai sera suspendu jusqu’à votre réponse.`,
        ),
        paragraph(
          `Vous n’avez rien à faire pour le moment. Pour corriger ou retirer votre demande, ${say.useLinkOrWrite}.`,
        ),
        ...answers('Ce que vous nous avez envoyé', facts.document),
      ],
    }),
    es: (facts, say) => ({
      subject: `${facts.theCase.reference}: sus respuestas y los próximos pasos`,
      lines: [
        paragraph(
          `Una persona de la Unidad de Apoyo ha visto ${say.yourRequest}, ${facts.theCase.reference}, y ahora pasa a quien la revisará.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Recibirá nuestra respuesta motivada${say.by(stillAhead(facts))}. Si falta algo, se lo pediremos, y nuestro plazo quedará en suspenso hasta que nos responda.`,
        ),
        paragraph(
          `Por ahora no tiene que hacer nada. Para corregir o retirar lo que envió, ${say.useLinkOrWrite}.`,
        ),
        ...answers('Lo que nos envió', facts.document),
      ],
    }),
    pt: (facts, say) => ({
      subject: `${facts.theCase.reference}: as suas respostas e os próximos passos`,
      lines: [
        paragraph(
          `Uma pessoa da Unidade de Apoio leu ${say.yourRequest}, ${facts.theCase.reference}, que passa agora a quem a examina.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Receberá a nossa resposta fundamentada${say.by(stillAhead(facts))}. Se faltar alguma coisa, pediremos, e o nosso prazo ficará suspenso até à sua resposta.`,
        ),
        paragraph(
          `Por enquanto não precisa fazer nada. Para corrigir ou retirar o que enviou, ${say.useLinkOrWrite}.`,
        ),
        ...answers('O que nos enviou', facts.document),
      ],
    }),
    ar: (facts, say) => ({
      subject: `${facts.theCase.reference}: إجاباتكم والخطوات التالية`,
      lines: [
        paragraph(
          `اطّلع أحد أعضاء وحدة الدعم على ${say.yourRequest}، ${facts.theCase.reference}، وهو يُحال الآن إلى من يراجعه.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          `ستتلقون منا ردًّا معلَّلًا${say.by(stillAhead(facts))}. إذا كان هناك شيء ناقص، فسنطلبه منكم، وتتوقف مهلتنا حتى يصلنا ردّكم.`,
        ),
        paragraph(`ليس عليكم القيام بأي شيء الآن. لتصحيح ما أرسلتموه أو سحبه، ${say.useLinkOrWrite}.`),
        ...answers('ما أرسلتموه إلينا', facts.document),
      ],
    }),
  },
})

// Where nobody looked for so long that the date is over, it is not promised again.
const stillAhead = ({
  promised,
  event,
}: {
  promised: { decision: Date }
  event: { at: Date }
}): Date | null => (promised.decision > event.at ? promised.decision : null)
