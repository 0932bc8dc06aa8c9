// What a meeting's parts are called to applicants, on their page and in emails. Pure.
import type { Language } from '../kernel/languages.ts'

export interface MeetingWords {
  meeting: string
  when: string
  /** The same hours where the contact is. */
  yourTime: string
  place: string
  link: string
  join: string
  agenda: string
  /** What was told before a change: put behind one of the labels. */
  before: string
  /** What counts now. */
  now: string
  none: string
}

export const MEETING_WORDS: Readonly<Record<Language, MeetingWords>> = {
  en: {
    meeting: 'Meeting',
    when: 'When',
    yourTime: 'In your time zone',
    place: 'Place',
    link: 'Online',
    join: 'Join online',
    agenda: 'Agenda',
    before: 'before',
    now: 'now',
    none: 'none',
  },
  fr: {
    meeting: 'Réunion',
    when: 'Date et heure',
    yourTime: 'Dans votre fuseau horaire',
    place: 'Lieu',
    link: 'En ligne',
    join: 'Participer en ligne',
    agenda: 'Ordre du jour',
    before: 'avant',
    now: 'désormais',
    none: 'aucun',
  },
  es: {
    meeting: 'Reunión',
    when: 'Fecha y hora',
    yourTime: 'En su zona horaria',
    place: 'Lugar',
    link: 'En línea',
    join: 'Participar en línea',
    agenda: 'Orden del día',
    before: 'antes',
    now: 'ahora',
    none: 'ninguno',
  },
  pt: {
    meeting: 'Reunião',
    when: 'Data e hora',
    yourTime: 'No seu fuso horário',
    place: 'Local',
    link: 'Online',
    join: 'Participar online',
    agenda: 'Pauta',
    before: 'antes',
    now: 'agora',
    none: 'nenhum',
  },
  ar: {
    meeting: 'الاجتماع',
    when: 'الموعد',
    yourTime: 'بتوقيتكم المحلي',
    place: 'المكان',
    link: 'عبر الإنترنت',
    join: 'الانضمام عبر الإنترنت',
    agenda: 'جدول الأعمال',
    before: 'سابقًا',
    now: 'الآن',
    none: 'لا يوجد',
  },
}
