import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const supportStarted = defineNotification({
  name: 'support-started',
  audience: 'applicant',
  on: ['case.start-support'],
  to: 'applicant',
  text: {
    en: ({ event, assignee }, say) => ({
      subject: 'Our support is under way',
      lines: [
        paragraph(`We have started working with you on ${say.yourRequest}.`),
        ...(assignee ? [paragraph(`Your counterpart in the Support Unit is ${assignee.name}.`)] : []),
        heading('What happens next'),
        paragraph(
          `You will hear from us about the next step${say.by(event.dueAt)}. If your plans or dates change, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    fr: ({ event, assignee }, say) => ({
      subject: 'Notre appui est en cours',
      lines: [
        paragraph(`Nous avons commencé à travailler avec vous sur ${say.yourRequest}.`),
        ...(assignee
          ? [
              paragraph(
                `Au sein de l’Unité d’appui, la personne chargée de votre demande est ${assignee.name}.`,
              ),
            ]
          : []),
        heading('La suite'),
        paragraph(
          `Nous reviendrons vers vous pour l’étape suivante${say.by(event.dueAt)}. Si vos projets ou vos dates changent, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    es: ({ event, assignee }, say) => ({
      subject: 'Nuestro apoyo está en curso',
      lines: [
        paragraph(`Hemos comenzado a trabajar con usted en ${say.yourRequest}.`),
        ...(assignee
          ? [paragraph(`En la Unidad de Apoyo, la persona a cargo de su solicitud es ${assignee.name}.`)]
          : []),
        heading('Próximos pasos'),
        paragraph(
          `Nos pondremos en contacto con usted para el siguiente paso${say.by(event.dueAt)}. Si cambian sus planes o fechas, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    pt: ({ event, assignee }, say) => ({
      subject: 'O nosso apoio está em curso',
      lines: [
        paragraph(`Começamos a trabalhar em conjunto sobre ${say.yourRequest}.`),
        ...(assignee
          ? [paragraph(`Na Unidade de Apoio, a pessoa encarregada do seu pedido é ${assignee.name}.`)]
          : []),
        heading('Próximos passos'),
        paragraph(
          `Informaremos sobre o próximo passo${say.by(event.dueAt)}. Se os seus planos ou datas mudarem, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    ar: ({ event, assignee }, say) => ({
      subject: 'بدأ دعمنا',
      lines: [
        paragraph(`بدأنا العمل معكم على ${say.yourRequest}.`),
        ...(assignee ? [paragraph(`يتولى متابعة طلبكم في وحدة الدعم: ${assignee.name}.`)] : []),
        heading('الخطوات التالية'),
        paragraph(
          `سنبلغكم بالخطوة التالية${say.by(event.dueAt)}. إذا تغيّرت خططكم أو مواعيدكم، ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
  },
})
