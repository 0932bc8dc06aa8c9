import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const followLink = defineNotification({
  name: 'follow-link',
  audience: 'applicant',
  on: ['applicant.link-asked'],
  to: 'applicant',
  text: {
    en: (_, say) => ({
      subject: 'Your link',
      lines: [
        paragraph(
          `You asked for a link to ${say.yourRequest}. With it you can see where the request stands, answer us, correct your contact details or withdraw.`,
        ),
        heading('What happens next'),
        paragraph(
          `Whoever has the link can do the same, so keep it to yourself. If you did not ask for it, someone who knows the reference typed your address; they do not have the link, and there is nothing you need to do.`,
        ),
      ],
    }),
    fr: (_, say) => ({
      subject: 'Votre lien',
      lines: [
        paragraph(
          `Vous avez demandé un lien vers ${say.yourRequest}. Il vous permet de voir où en est la demande, de nous répondre, de corriger vos coordonnées ou de vous retirer.`,
        ),
        heading('La suite'),
        paragraph(
          `Toute personne qui dispose du lien peut en faire autant : gardez-le pour vous. Vous ne l’avez pas demandé ? Quelqu’un connaît la référence et a saisi votre adresse ; cette personne n’a pas reçu le lien, et vous n’avez rien à faire.`,
        ),
      ],
    }),
    es: (_, say) => ({
      subject: 'Su enlace',
      lines: [
        paragraph(
          `Ha pedido un enlace a ${say.yourRequest}. Con él ve en qué punto está la solicitud y puede respondernos, corregir sus datos de contacto o retirarla.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Quien tenga el enlace puede hacer lo mismo, así que no lo comparta. ¿No lo ha pedido usted? Alguien conoce la referencia y escribió su dirección; esa persona no ha recibido el enlace y usted no tiene que hacer nada.`,
        ),
      ],
    }),
    pt: (_, say) => ({
      subject: 'O seu link',
      lines: [
        paragraph(
          `Pediu um link para ${say.yourRequest}. Com ele vê em que ponto está o pedido e pode responder-nos, corrigir os seus dados de contato ou retirar o pedido.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Quem tiver o link pode fazer o mesmo, por isso não o compartilhe. Não o pediu? Então alguém conhece a referência e escreveu o seu endereço; essa pessoa não recebeu o link, e não precisa fazer nada.`,
        ),
      ],
    }),
    ar: (_, say) => ({
      subject: 'رابطكم',
      lines: [
        paragraph(
          `طلبتم رابطًا إلى ${say.yourRequest}. من خلاله ترون أين وصل الطلب، ويمكنكم الرد علينا أو تصحيح بيانات الاتصال أو سحب الطلب.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          `كل من لديه الرابط يستطيع فعل ذلك، فاحتفظوا به لأنفسكم. ألم تطلبوه؟ هناك إذن من يعرف الرقم المرجعي وكتب عنوانكم؛ ولم يحصل هذا الشخص على الرابط، وليس عليكم القيام بأي شيء.`,
        ),
      ],
    }),
  },
})
