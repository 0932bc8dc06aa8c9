import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const confirmErasure = defineNotification({
  name: 'confirm-erasure',
  audience: 'applicant',
  on: ['applicant.erasure-asked'],
  to: 'applicant',
  link: 'confirm-erasure',
  text: {
    en: (_, say) => ({
      subject: 'Confirm that your data is to be erased',
      lines: [
        paragraph(
          `Someone with the link to ${say.yourRequest} asked us to erase your data. If it was you, open the link below and press the button, within three days.`,
        ),
        heading('What happens next'),
        paragraph(
          `After that, someone at the Support Unit will erase what you sent and wrote. If your request is still open, we will close it first, because nobody could work on it. If you did not ask for this, do nothing, and nothing will be erased.`,
        ),
      ],
    }),
    fr: (_, say) => ({
      subject: 'Confirmez l’effacement de vos données',
      lines: [
        paragraph(
          `Une personne qui dispose du lien vers ${say.yourRequest} nous a demandé d’effacer vos données. Si c’est vous, ouvrez le lien ci-dessous et appuyez sur le bouton, dans les trois jours.`,
        ),
        heading('La suite'),
        paragraph(
          `Une personne de l’Unité d’appui effacera ensuite ce que vous avez envoyé et écrit. Une demande encore ouverte est d’abord clôturée, car personne ne pourrait plus l’examiner. Vous n’en êtes pas à l’origine ? Ne faites rien : rien ne sera effacé.`,
        ),
      ],
    }),
    es: (_, say) => ({
      subject: 'Confirme que se borren sus datos',
      lines: [
        paragraph(
          `Alguien que tiene el enlace a ${say.yourRequest} nos pidió que borremos sus datos. Si fue usted, abra el enlace de abajo y pulse el botón, en un plazo de tres días.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Después, una persona de la Unidad de Apoyo borrará lo que envió y escribió. Una solicitud que sigue abierta se cierra antes, porque nadie podría trabajar en ella. ¿No lo ha pedido usted? No haga nada y no se borrará nada.`,
        ),
      ],
    }),
    pt: (_, say) => ({
      subject: 'Confirme que os seus dados devem ser apagados',
      lines: [
        paragraph(
          `Alguém com o link para ${say.yourRequest} pediu-nos que apaguemos os seus dados. Se foi você, abra o link abaixo e clique no botão, no prazo de três dias.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Depois disso, uma pessoa da Unidade de Apoio apaga o que enviou e escreveu. Um pedido ainda aberto é encerrado antes, porque ninguém poderia trabalhar nele. Não pediu isto? Então não faça nada, e nada será apagado.`,
        ),
      ],
    }),
    ar: (_, say) => ({
      subject: 'يُرجى تأكيد محو بياناتكم',
      lines: [
        paragraph(
          `طلب منا شخص لديه رابط ${say.yourRequest} محو بياناتكم. إذا كنتم أنتم، فافتحوا الرابط أدناه واضغطوا على الزر خلال ثلاثة أيام.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          `بعد ذلك يمحو أحد موظفي وحدة الدعم ما أرسلتموه وكتبتموه. ويُغلق الطلب المفتوح أولًا، لأنه لن يستطيع أحد العمل عليه. ألم تطلبوا ذلك؟ لا تفعلوا شيئًا إذن، ولن يُمحى شيء.`,
        ),
      ],
    }),
  },
})
