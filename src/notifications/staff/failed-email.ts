import type { Language } from '../../kernel/languages.ts'
import type { Facts } from '../facts.ts'
import { list, type Block } from '../message.ts'

const LABELS: Readonly<Record<Language, Record<'to' | 'subject' | 'answer', string>>> = {
  en: { to: 'To', subject: 'Subject', answer: 'The mail server’s answer' },
  fr: { to: 'Destinataire', subject: 'Objet', answer: 'Réponse du serveur de messagerie' },
  es: { to: 'Destinatario', subject: 'Asunto', answer: 'Respuesta del servidor de correo' },
  pt: { to: 'Destinatário', subject: 'Assunto', answer: 'Resposta do servidor de e-mail' },
  ar: { to: 'المرسَل إليه', subject: 'الموضوع', answer: 'ردّ خادم البريد' },
}

/** Not of an email that itself told of a failed one: they would call forth each other for ever. */
export const ofAnotherEmail = ({ delivery }: Facts): boolean =>
  delivery !== null && !['bounce', 'delivery-uncertain'].includes(delivery.notification)

/** Which email it is about. */
export function failedEmail(language: Language, { delivery }: Facts): Block {
  const labels = LABELS[language]
  if (!delivery) return list()
  const { address, subject, response } = delivery
  return list(
    { label: labels.to, value: address },
    { label: labels.subject, value: subject },
    ...(response === null ? [] : [{ label: labels.answer, value: response }]),
  )
}
