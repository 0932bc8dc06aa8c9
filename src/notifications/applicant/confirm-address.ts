import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const confirmAddress = defineNotification({
  name: 'confirm-address',
  audience: 'applicant',
  on: ['contact.address-given'],
  to: 'given-address',
  link: 'confirm-address',
  text: {
    en: (_, say) => ({
      subject: 'Confirm your new address',
      lines: [
        paragraph(
          `This address was given as the new one for ${say.yourRequest}. Open the link below and press the button, within three days.`,
        ),
        heading('What happens next'),
        paragraph(
          `Until then we will keep writing to the address that we have. If you did not ask for this, do nothing: the link will expire.`,
        ),
      ],
    }),
    fr: (_, say) => ({
      subject: 'Confirmez votre nouvelle adresse',
      lines: [
        paragraph(
          `Cette adresse nous a été donnée comme la nouvelle adresse pour ${say.yourRequest}. Ouvrez le lien ci-dessous et appuyez sur le bouton, dans les trois jours.`,
        ),
        heading('La suite'),
        paragraph(
          `D’ici là, nous continuons d’écrire à l’adresse que nous avons. Vous n’êtes pas à l’origine de cette demande ? Ne faites rien : le lien expire de lui-même.`,
        ),
      ],
    }),
    es: (_, say) => ({
      subject: 'Confirme su nueva dirección',
      lines: [
        paragraph(
          `Esta dirección se indicó como la nueva para ${say.yourRequest}. Abra el enlace de abajo y pulse el botón, en un plazo de tres días.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Hasta entonces seguiremos escribiendo a la dirección que tenemos. ¿No lo ha pedido usted? No haga nada: el enlace caduca por sí solo.`,
        ),
      ],
    }),
    pt: (_, say) => ({
      subject: 'Confirme o seu novo endereço',
      lines: [
        paragraph(
          `Este endereço foi indicado como o novo para ${say.yourRequest}. Abra o link abaixo e clique no botão, no prazo de três dias.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Até lá continuamos a escrever para o endereço que temos. Não pediu isto? Então não faça nada: o link expira por si.`,
        ),
      ],
    }),
    ar: (_, say) => ({
      subject: 'يُرجى تأكيد عنوانكم الجديد',
      lines: [
        paragraph(
          `ذُكر هذا العنوان على أنه العنوان الجديد الخاص بـ: ${say.yourRequest}. افتحوا الرابط أدناه واضغطوا على الزر خلال ثلاثة أيام.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          `نواصل حتى ذلك الحين الكتابة إلى العنوان الموجود لدينا. ألم تطلبوا ذلك؟ لا تفعلوا شيئًا إذن: تنتهي صلاحية الرابط من تلقاء نفسها.`,
        ),
      ],
    }),
  },
})
