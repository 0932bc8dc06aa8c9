// What many emails say the same way, in one language: the request, a day, where to write to.
import { localeOf, type Language } from '../kernel/languages.ts'
import type { RoutingDecision } from '../routing/decision.ts'
import { explanation } from '../routing/explain.ts'
import type { Facts } from './facts.ts'

export interface Say {
  /** "your observer application", without a capital. */
  yourRequest: string
  /** "observer application", for staff. */
  request: string
  /** " by Monday 7 December 2026", with the space before it; empty without a day. */
  by(day: Date | string | null): string
  /** "Monday 7 December 2026"; of a moment, the day it is in the service's time zone. A string is a date, `yyyy-mm-dd`. */
  day(day: Date | string): string
  /** "reply to this email" where replies are read, else "write to justice@example.org and quote OBS-7K2M4"; to end a sentence with. */
  writeToUs: string
  /** The same where the email has a link to the applicant's page. */
  useLinkOrWrite: string
  country(code: string): string
  /** Why a case went where it went, in one sentence. */
  explanation(decision: RoutingDecision): string
}

interface Phrases {
  yourRequest: Readonly<Record<Facts['theCase']['kind'], string>>
  request: Readonly<Record<Facts['theCase']['kind'], string>>
  by(day: string): string
  writeToUs(address: string, reference: string): string
  reply: string
  /** `or`: one of the two before. */
  useLinkOr(or: string): string
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: {
    yourRequest: { observer: 'your observer application', support: 'your support request' },
    request: { observer: 'observer application', support: 'support request' },
    by: day => ` by ${day}`,
    writeToUs: (address, reference) => `write to ${address} and quote ${reference}`,
    reply: 'reply to this email',
    useLinkOr: or => `use the link below, or ${or}`,
  },
  fr: {
    yourRequest: {
      observer: 'votre demande de participation en qualité d’observateur',
      support: 'votre demande d’appui',
    },
    request: { observer: 'demande de participation en qualité d’observateur', support: 'demande d’appui' },
    by: day => ` au plus tard le ${day}`,
    writeToUs: (address, reference) => `écrivez à ${address} en rappelant la référence ${reference}`,
    reply: 'répondez à ce courriel',
    useLinkOr: or => `utilisez le lien ci-dessous ou ${or}`,
  },
  es: {
    yourRequest: {
      observer: 'su solicitud de participación en calidad de observador',
      support: 'su solicitud de apoyo',
    },
    request: {
      observer: 'solicitud de participación en calidad de observador',
      support: 'solicitud de apoyo',
    },
    by: day => ` a más tardar el ${day}`,
    writeToUs: (address, reference) => `escriba a ${address} e indique la referencia ${reference}`,
    reply: 'responda a este correo',
    useLinkOr: or => `use el enlace de abajo o ${or}`,
  },
  pt: {
    yourRequest: {
      observer: 'o seu pedido de participação como observador',
      support: 'o seu pedido de apoio',
    },
    request: { observer: 'pedido de participação como observador', support: 'pedido de apoio' },
    by: day => ` até ${day}`,
    writeToUs: (address, reference) => `escreva para ${address} e indique a referência ${reference}`,
    reply: 'responda a este email',
    useLinkOr: or => `use o link abaixo ou ${or}`,
  },
  ar: {
    yourRequest: { observer: 'طلبكم للمشاركة بصفة مراقب', support: 'طلبكم للحصول على الدعم' },
    request: { observer: 'طلب المشاركة بصفة مراقب', support: 'طلب الدعم' },
    by: day => ` في موعد أقصاه يوم ${day}`,
    writeToUs: (address, reference) => `يُرجى مراسلتنا على ${address} مع ذكر الرقم المرجعي ${reference}`,
    reply: 'يُرجى الرد على هذه الرسالة',
    useLinkOr: or => `يُرجى استخدام الرابط أدناه، أو ${or}`,
  },
}

/** The phrases for one case, bound to a language. */
export function sayIn(language: Language, facts: Facts): Say {
  const phrases = PHRASES[language]
  const { kind, reference } = facts.theCase
  const day = (at: Date | string) => dayIn(language, at, facts.office.timeZone)
  const { contactEmail } = facts.office
  const writeToUs = facts.repliesAreRead ? phrases.reply : phrases.writeToUs(contactEmail, reference)
  return {
    yourRequest: phrases.yourRequest[kind],
    request: phrases.request[kind],
    day,
    by: at => (at === null ? '' : phrases.by(day(at))),
    writeToUs,
    useLinkOrWrite: phrases.useLinkOr(writeToUs),
    country: code => regionNames(localeOf(language)).of(code) ?? code,
    explanation: decision => explanation(decision, language),
  }
}

/** The time zone's name in the language at that time, whatever the season: "Central European Time". */
export const timeZoneIn = (language: Language, timeZone: string, at: Date): string =>
  zoneFormat(localeOf(language), timeZone)
    .formatToParts(at)
    .find(part => part.type === 'timeZoneName')?.value ?? timeZone

// A Portuguese sentence says "em 7 de dezembro": the weekday's article would depend on its gender.
const AS_WRITTEN: Partial<Record<Language, (day: string) => string>> = {
  fr: day => day.replace(/ 1 /, ' 1er '),
  pt: day => day.replace(/^([^,]+), (.+)$/, '$2 ($1)'),
}

function dayIn(language: Language, at: Date | string, timeZone: string): string {
  // A bare date has no time zone: it is read and shown in the same one.
  const [moment, zone] = typeof at === 'string' ? [new Date(at), 'UTC'] : [at, timeZone]
  const day = dayFormat(localeOf(language), zone).format(moment)
  return AS_WRITTEN[language]?.(day) ?? day.replace(/[,،]/, '')
}

// Making a formatter takes far longer than using it, and every email shows days.
const kept = <Made>(make: (locale: string, timeZone: string) => Made) => {
  const made = new Map<string, Made>()
  return (locale: string, timeZone = 'UTC'): Made => {
    const key = `${locale} ${timeZone}`
    const known = made.get(key) ?? make(locale, timeZone)
    made.set(key, known)
    return known
  }
}
const regionNames = kept(locale => new Intl.DisplayNames(locale, { type: 'region' }))
const zoneFormat = kept(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }),
)
const dayFormat = kept((locale, timeZone) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }))
