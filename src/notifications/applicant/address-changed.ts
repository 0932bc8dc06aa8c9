import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const addressChanged = defineNotification({
  name: 'address-changed',
  audience: 'applicant',
  on: ['contact.address-changed'],
  to: 'earlier-address',
  link: 'none',
  text: {
    en: ({ event }, say) => ({
      subject: 'We now write to another address',
      lines: [
        paragraph(
          `The address for ${say.yourRequest} was changed on ${say.day(event.at)}, and the new one was confirmed. The links in our earlier emails to you no longer work.`,
        ),
        heading('What happens next'),
        paragraph(
          `This is the last email about it to this address. If you did not want this, ${say.writeToUs}.`,
        ),
      ],
    }),
    fr: ({ event }, say) => ({
      subject: 'Nous écrivons désormais à une autre adresse',
      lines: [
        paragraph(
          `L’adresse pour ${say.yourRequest} a été modifiée le ${say.day(event.at)}, et la nouvelle a été confirmée. Les liens contenus dans nos courriels précédents ne fonctionnent plus.`,
        ),
        heading('La suite'),
        paragraph(
          `C’est le dernier courriel que nous envoyons à ce sujet à cette adresse. Si vous ne le vouliez pas, ${say.writeToUs}.`,
        ),
      ],
    }),
    es: ({ event }, say) => ({
      subject: 'Ahora escribimos a otra dirección',
      lines: [
        paragraph(
          `La dirección de ${say.yourRequest} se cambió el ${say.day(event.at)}, y la nueva ya está confirmada. Los enlaces de nuestros correos anteriores han dejado de funcionar.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Este es el último correo sobre este asunto a esta dirección. Si no lo quería, ${say.writeToUs}.`,
        ),
      ],
    }),
    pt: ({ event }, say) => ({
      subject: 'Passamos a escrever para outro endereço',
      lines: [
        paragraph(
          `O endereço para ${say.yourRequest} foi alterado em ${say.day(event.at)}, e o novo foi confirmado. Os links dos nossos e-mails anteriores deixaram de funcionar.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Este é o último e-mail sobre este assunto para este endereço. Se não queria isto, ${say.writeToUs}.`,
        ),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: 'نكتب من الآن إلى عنوان آخر',
      lines: [
        paragraph(
          `تغيّر العنوان الخاص بـ: ${say.yourRequest}، يوم ${say.day(event.at)}، وجرى تأكيد العنوان الجديد. لم تعد الروابط الواردة في رسائلنا السابقة صالحة.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          `هذه آخر رسالة نرسلها إلى هذا العنوان بهذا الشأن. إذا لم تكونوا تريدون ذلك، ${say.writeToUs}.`,
        ),
      ],
    }),
  },
})
