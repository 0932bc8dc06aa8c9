import { ofAnotherEmail, failedEmail } from './failed-email.ts'
import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

export const bounce = defineNotification({
  name: 'bounce',
  audience: 'staff',
  on: ['delivery.refused'],
  when: ofAnotherEmail,
  to: 'assignee-or-coordinators',
  text: {
    en: (facts, say) => ({
      subject: `Email not delivered: ${facts.theCase.organisation}`,
      lines: [
        paragraph('An email on this case could not be delivered. Nobody has read it.'),
        failedEmail('en', facts),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph(
          facts.event.details['suppressed'] === true
            ? 'Nothing more will be sent to this address. Reach the person in another way, and have the address corrected.'
            : 'The address can still be written to. Reach the person in another way, or have the email sent again.',
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Courriel non remis : ${facts.theCase.organisation}`,
      lines: [
        paragraph('Un courriel relatif à ce dossier n’a pas pu être remis. Personne ne l’a lu.'),
        failedEmail('fr', facts),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph(
          facts.event.details['suppressed'] === true
            ? 'Plus rien ne sera envoyé à cette adresse. Joignez la personne par un autre moyen et faites corriger l’adresse.'
            : 'L’adresse reste utilisable. Joignez la personne par un autre moyen ou faites renvoyer le courriel.',
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Correo no entregado: ${facts.theCase.organisation}`,
      lines: [
        paragraph('Un correo sobre este caso no se pudo entregar. Nadie lo ha leído.'),
        failedEmail('es', facts),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph(
          facts.event.details['suppressed'] === true
            ? 'No se enviará nada más a esta dirección. Contacte a la persona por otra vía y pida que se corrija la dirección.'
            : 'Se puede seguir escribiendo a la dirección. Contacte a la persona por otra vía o pida que se vuelva a enviar el correo.',
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `E-mail não entregue: ${facts.theCase.organisation}`,
      lines: [
        paragraph('Não foi possível entregar um e-mail sobre este caso. Ninguém o leu.'),
        failedEmail('pt', facts),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph(
          facts.event.details['suppressed'] === true
            ? 'Nada mais será enviado para este endereço. Contate a pessoa por outro meio e peça que o endereço seja corrigido.'
            : 'Ainda é possível escrever para o endereço. Contate a pessoa por outro meio ou peça que o e-mail seja enviado de novo.',
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `رسالة لم تُسلَّم: ${facts.theCase.organisation}`,
      lines: [
        paragraph('تعذّر تسليم رسالة إلكترونية تخص هذا الملف. لم يقرأها أحد.'),
        failedEmail('ar', facts),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph(
          facts.event.details['suppressed'] === true
            ? 'لن يُرسَل شيء آخر إلى هذا العنوان. يُرجى التواصل مع الشخص بطريقة أخرى وطلب تصحيح العنوان.'
            : 'ما زالت مراسلة هذا العنوان ممكنة. يُرجى التواصل مع الشخص بطريقة أخرى أو طلب إعادة إرسال الرسالة.',
        ),
      ],
    }),
  },
})
