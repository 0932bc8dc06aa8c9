// The email that tells coordinators, all in one, what waits for one of them: no event on a case brings it to anybody's list.
import type { Language } from '../../kernel/languages.ts'
import { link, list, paragraph, type Message } from '../message.ts'

export interface SortingFacts {
  /** Messages and requests together. */
  waiting: string
  messages: string
  requests: string
  /** The day since when the oldest waits, in words. */
  since: string
  /** Where each of them is worked through. */
  mailUrl: string
  heldUrl: string
}

export const TO_BE_SORTED = 'to-be-sorted'

export const TO_BE_SORTED_LETTER: Readonly<Record<Language, (facts: SortingFacts) => Message>> = {
  en: ({ waiting, messages, requests, since, mailUrl, heldUrl }) => ({
    subject: `Waiting for a person: ${waiting}`,
    lines: [
      paragraph(
        'Two kinds of things are held until someone looks at them: messages that could not be matched to a case, and requests that show signs of spam.',
      ),
      list(
        { label: 'Messages to be sorted', value: messages },
        { label: 'Requests held', value: requests },
        { label: 'Oldest since', value: since },
      ),
      link('Sort the messages:', mailUrl),
      link('Look at the requests:', heldUrl),
      paragraph('You get this at most once each working day, and only when something is waiting.'),
    ],
  }),
  fr: ({ waiting, messages, requests, since, mailUrl, heldUrl }) => ({
    subject: `En attente d’une personne : ${waiting}`,
    lines: [
      paragraph(
        'Ce qui arrive est retenu à deux endroits jusqu’à ce que quelqu’un l’examine : les messages qui ne relèvent d’eux-mêmes d’aucun dossier, et les demandes que des signes de spam retiennent.',
      ),
      list(
        { label: 'Messages à trier', value: messages },
        { label: 'Demandes retenues', value: requests },
        { label: 'Le plus ancien depuis le', value: since },
      ),
      link('Trier les messages :', mailUrl),
      link('Examiner les demandes :', heldUrl),
      paragraph(
        'Vous recevez ceci au plus une fois par jour ouvré, et seulement tant que quelque chose attend.',
      ),
    ],
  }),
  es: ({ waiting, messages, requests, since, mailUrl, heldUrl }) => ({
    subject: `En espera de una persona: ${waiting}`,
    lines: [
      paragraph(
        'Lo que llega se retiene en dos lugares hasta que alguien lo mira: los mensajes que por sí mismos no corresponden a ningún caso y las solicitudes retenidas por indicios de spam.',
      ),
      list(
        { label: 'Mensajes por clasificar', value: messages },
        { label: 'Solicitudes retenidas', value: requests },
        { label: 'El más antiguo desde el', value: since },
      ),
      link('Clasificar los mensajes:', mailUrl),
      link('Revisar las solicitudes:', heldUrl),
      paragraph('Recibe esto como máximo una vez por día laborable, y solo mientras algo espera.'),
    ],
  }),
  pt: ({ waiting, messages, requests, since, mailUrl, heldUrl }) => ({
    subject: `À espera de uma pessoa: ${waiting}`,
    lines: [
      paragraph(
        'O que chega fica retido em dois lugares até que alguém o veja: as mensagens que por si só não pertencem a nenhum caso e os pedidos retidos por sinais de spam.',
      ),
      list(
        { label: 'Mensagens por classificar', value: messages },
        { label: 'Pedidos retidos', value: requests },
        { label: 'O mais antigo desde', value: since },
      ),
      link('Classificar as mensagens:', mailUrl),
      link('Ver os pedidos:', heldUrl),
      paragraph('Recebe isto no máximo uma vez por dia útil, e apenas enquanto algo espera.'),
    ],
  }),
  ar: ({ waiting, messages, requests, since, mailUrl, heldUrl }) => ({
    subject: `بانتظار من ينظر فيها: ${waiting}`,
    lines: [
      paragraph(
        'يُحتجز ما يصل في موضعين إلى أن ينظر فيه أحد: الرسائل التي لا تنتمي من تلقاء نفسها إلى أي ملف، والطلبات التي تحتجزها علامات البريد المزعج.',
      ),
      list(
        { label: 'رسائل بحاجة إلى فرز', value: messages },
        { label: 'طلبات محتجزة', value: requests },
        { label: 'أقدمها منذ', value: since },
      ),
      link('فرز الرسائل:', mailUrl),
      link('النظر في الطلبات:', heldUrl),
      paragraph('تتلقون هذه الرسالة مرة واحدة على الأكثر في يوم العمل، وما دام هناك ما ينتظر فقط.'),
    ],
  }),
}
