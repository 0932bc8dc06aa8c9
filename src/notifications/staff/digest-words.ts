import type { Language } from '../../kernel/languages.ts'
import type { DigestSection } from './daily-digest.ts'

interface DigestWords {
  subject(day: string): string
  sections: Readonly<Record<DigestSection, string>>
  due(day: string): string
  inbox: string
  discretion: string
  atMost: string
  switchOff: string
}

export const DIGEST_WORDS: Readonly<Record<Language, DigestWords>> = {
  en: {
    subject: day => `What is waiting for you: ${day}`,
    sections: {
      late: 'Late',
      dueSoon: 'Due soon',
      recommended: 'Recommended, to be decided',
      unassigned: 'In the triage queue, not assigned',
      newlyYours: 'Newly assigned to you',
    },
    due: day => `due ${day}`,
    inbox: 'See all of them in the inbox:',
    discretion: 'The list names applicants: please do not pass it on.',
    atMost: 'You get this at most once each working day, and only when something is waiting for you.',
    switchOff: 'Switch it off in your account:',
  },
  fr: {
    subject: day => `Ce qui vous attend : ${day}`,
    sections: {
      late: 'En retard',
      dueSoon: 'À échéance proche',
      recommended: 'Recommandation donnée, décision à prendre',
      unassigned: 'Dans la file de tri, sans personne',
      newlyYours: 'Nouveau chez vous',
    },
    due: day => `échéance le ${day}`,
    inbox: 'Tout voir dans la boîte de réception :',
    discretion: 'La liste nomme des demandeurs : merci de ne pas la transmettre.',
    atMost:
      'Vous recevez ceci au plus une fois par jour ouvré, et seulement tant que quelque chose vous attend.',
    switchOff: 'Le désactiver dans votre compte :',
  },
  es: {
    subject: day => `Lo que le espera: ${day}`,
    sections: {
      late: 'Vencidos',
      dueSoon: 'Vencen pronto',
      recommended: 'Con recomendación, por decidir',
      unassigned: 'En la cola de clasificación, sin nadie a cargo',
      newlyYours: 'Nuevos a su cargo',
    },
    due: day => `vence el ${day}`,
    inbox: 'Ver todos en la bandeja de entrada:',
    discretion: 'La lista nombra a solicitantes: no la reenvíe, por favor.',
    atMost: 'Recibe esto como máximo una vez por día laborable, y solo mientras algo le espera.',
    switchOff: 'Desactivarlo en su cuenta:',
  },
  pt: {
    subject: day => `O que espera por si: ${day}`,
    sections: {
      late: 'Em atraso',
      dueSoon: 'Com prazo próximo',
      recommended: 'Com recomendação, por decidir',
      unassigned: 'Na fila de triagem, sem ninguém a cargo',
      newlyYours: 'Novos a seu cargo',
    },
    due: day => `prazo ${day}`,
    inbox: 'Ver todos na caixa de entrada:',
    discretion: 'A lista nomeia requerentes: por favor, não a reencaminhe.',
    atMost: 'Recebe isto no máximo uma vez por dia útil, e apenas enquanto algo espera por si.',
    switchOff: 'Desativar na sua conta:',
  },
  ar: {
    subject: day => `ما ينتظركم: ${day}`,
    sections: {
      late: 'متأخر',
      dueSoon: 'موعده قريب',
      recommended: 'صدرت بشأنه توصية وينتظر القرار',
      unassigned: 'في قائمة الفرز، بلا مسؤول',
      newlyYours: 'جديد لديكم',
    },
    due: day => `الموعد ${day}`,
    inbox: 'عرضها كلها في صندوق الوارد:',
    discretion: 'تذكر القائمة أسماء مقدّمي طلبات: يُرجى عدم تداولها.',
    atMost: 'تتلقون هذه الرسالة مرة واحدة على الأكثر في يوم العمل، وما دام هناك ما ينتظركم فقط.',
    switchOff: 'إيقافها في حسابكم:',
  },
}
