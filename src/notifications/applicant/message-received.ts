import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { refusedFiles } from './refused-files.ts'

// Whoever writes on the page sees there that it has arrived; an email disappears without a word.
export const messageReceived = defineNotification({
  name: 'message-received',
  audience: 'applicant',
  on: ['message.received'],
  when: ({ event }) => event.details['way'] === 'email',
  to: 'applicant',
  text: {
    en: (facts, say) => ({
      subject: 'We have your message',
      lines: [
        paragraph(`Thank you. We have received your email about ${say.yourRequest}.`),
        ...refusedFiles('en', facts),
        heading('What happens next'),
        paragraph(
          'Whoever is working on your request will read it, and will answer if it needs an answer. It does not change where your request stands.',
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: 'Nous avons bien reçu votre message',
      lines: [
        paragraph(`Merci. Votre courriel au sujet de ${say.yourRequest} nous est parvenu.`),
        ...refusedFiles('fr', facts),
        heading('La suite'),
        paragraph(
          'La personne chargée de votre demande le lira et vous répondra s’il appelle une réponse. Il ne change rien à l’état de votre demande.',
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: 'Hemos recibido su mensaje',
      lines: [
        paragraph(`Gracias. Su correo sobre ${say.yourRequest} nos ha llegado.`),
        ...refusedFiles('es', facts),
        heading('Próximos pasos'),
        paragraph(
          'La persona que trabaja en su solicitud lo leerá y le responderá si hace falta. No cambia el estado de su solicitud.',
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: 'Recebemos a sua mensagem',
      lines: [
        paragraph(`Agradecemos. O seu email sobre ${say.yourRequest} chegou.`),
        ...refusedFiles('pt', facts),
        heading('Próximos passos'),
        paragraph(
          'A pessoa que trabalha no seu pedido vai lê-lo e responder-lhe se for necessário. Nada muda na situação do seu pedido.',
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: 'وصلتنا رسالتكم',
      lines: [
        paragraph(`شكرًا لكم. وصلتنا رسالتكم بشأن ${say.yourRequest}.`),
        ...refusedFiles('ar', facts),
        heading('الخطوات التالية'),
        paragraph(
          'سيقرؤها من يعمل على طلبكم ويردّ عليكم إن كانت تحتاج إلى ردّ. ولا تغيّر هذه الرسالة شيئًا في وضع طلبكم.',
        ),
      ],
    }),
  },
})
