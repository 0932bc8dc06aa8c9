import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

// To the new address alone: the one before was never the applicant's, or does not exist.
export const addressCorrected = defineNotification({
  name: 'address-corrected',
  audience: 'applicant',
  on: ['contact.address-corrected'],
  to: 'applicant',
  text: {
    en: ({ event }, say) => ({
      subject: 'We have corrected your address',
      lines: [
        paragraph(
          `On ${say.day(event.at)} we corrected the address for ${say.yourRequest}, because our emails did not reach you. From now on they will come to this address. The links in earlier emails no longer work.`,
        ),
        heading('What happens next'),
        paragraph(
          `Everything that we have written to you so far is on your page, which the link below opens. If this is not about you, ${say.writeToUs}.`,
        ),
      ],
    }),
    fr: ({ event }, say) => ({
      subject: 'Nous avons corrigé votre adresse',
      lines: [
        paragraph(
          `Le ${say.day(event.at)}, nous avons corrigé l’adresse pour ${say.yourRequest}, parce que nos courriels ne vous parvenaient pas. Ils arriveront désormais à cette adresse. Les liens contenus dans les courriels précédents ne fonctionnent plus.`,
        ),
        heading('La suite'),
        paragraph(
          `Tout ce que nous vous avons écrit jusqu’ici figure sur votre page, que le lien ci-dessous ouvre. Si cela ne vous concerne pas, ${say.writeToUs}.`,
        ),
      ],
    }),
    es: ({ event }, say) => ({
      subject: 'Hemos corregido su dirección',
      lines: [
        paragraph(
          `El ${say.day(event.at)} corregimos la dirección de ${say.yourRequest}, porque nuestros correos no le llegaban. A partir de ahora llegarán a esta dirección. Los enlaces de los correos anteriores han dejado de funcionar.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Todo lo que le hemos escrito hasta ahora está en su página, que se abre con el enlace de abajo. Si esto no tiene que ver con usted, ${say.writeToUs}.`,
        ),
      ],
    }),
    pt: ({ event }, say) => ({
      subject: 'Corrigimos o seu endereço',
      lines: [
        paragraph(
          `Em ${say.day(event.at)} corrigimos o endereço para ${say.yourRequest}, porque os nossos e-mails não chegavam até você. A partir de agora eles chegam a este endereço. Os links dos e-mails anteriores deixaram de funcionar.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Tudo o que lhe escrevemos até agora está na sua página, que se abre com o link abaixo. Se isto não é sobre você, ${say.writeToUs}.`,
        ),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: 'صحّحنا عنوانكم',
      lines: [
        paragraph(
          `صحّحنا يوم ${say.day(event.at)} العنوان الخاص بـ: ${say.yourRequest}، لأن رسائلنا لم تكن تصل إليكم. وستصل من الآن إلى هذا العنوان. لم تعد الروابط الواردة في الرسائل السابقة صالحة.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          `كل ما كتبناه إليكم حتى الآن موجود في صفحتكم، ويفتحها الرابط أدناه. إذا لم يكن هذا يخصكم، ${say.writeToUs}.`,
        ),
      ],
    }),
  },
})
