// The arithmetic of a due date, as one sentence for people.
import { counted as inPlural, type Counted } from '../kernel/counted.ts'
import { localeOf, type Language } from '../kernel/languages.ts'
import type { Arithmetic } from './service-standard.ts'

type Standard = NonNullable<Arithmetic['standard']>
type Noun = 'workingDay' | 'stoppedDay' | 'holiday'

interface Words<In extends Language> {
  /** `day` without its year, unless a year is given. */
  date(weekday: string, day: number, month: string, year: number | undefined): string
  count: Readonly<Record<Noun, Counted<In>>>
  received: string
  due: string
  standing: string
  /** `#` is the version, `@` the day. */
  standard: string
  separator: string
}

// `#` is the number or the date.
const WORDS: { readonly [In in Language]: Words<In> } = {
  en: {
    date: (weekday, day, month, year) => [weekday, day, month, year].filter(Boolean).join(' '),
    count: {
      workingDay: { one: '# working day', other: '# working days' },
      stoppedDay: {
        one: 'stopped # day while waiting for the applicant',
        other: 'stopped # days while waiting for the applicant',
      },
      holiday: { one: '# holiday not counted', other: '# holidays not counted' },
    },
    received: 'Received #',
    due: 'due #',
    standing: 'the clock is stopped while we wait for the applicant',
    standard: 'by version # of our service standard, in force since @',
    separator: '; ',
  },
  fr: {
    date: (weekday, day, month, year) =>
      [weekday, day === 1 ? '1er' : day, month, year].filter(Boolean).join(' '),
    count: {
      workingDay: { one: '# jour ouvré', many: '# de jours ouvrés', other: '# jours ouvrés' },
      stoppedDay: {
        one: 'arrêt de # jour dans l’attente du demandeur',
        many: 'arrêt de # de jours dans l’attente du demandeur',
        other: 'arrêt de # jours dans l’attente du demandeur',
      },
      holiday: {
        one: '# jour férié non compté',
        many: '# de jours fériés non comptés',
        other: '# jours fériés non comptés',
      },
    },
    received: 'Reçue le #',
    due: 'échéance le #',
    standing: 'le délai est suspendu dans l’attente du demandeur',
    standard: 'selon la version # de notre engagement de service, en vigueur depuis le @',
    separator: '\u202F; ',
  },
  es: {
    date: (weekday, day, month, year) =>
      `${weekday} ${day} de ${month}${year === undefined ? '' : ` de ${year}`}`,
    count: {
      workingDay: { one: '# día hábil', many: '# de días hábiles', other: '# días hábiles' },
      stoppedDay: {
        one: '# día en suspenso a la espera del solicitante',
        many: '# de días en suspenso a la espera del solicitante',
        other: '# días en suspenso a la espera del solicitante',
      },
      holiday: {
        one: '# día festivo no contado',
        many: '# de días festivos no contados',
        other: '# días festivos no contados',
      },
    },
    received: 'Recibida el #',
    due: 'vence el #',
    standing: 'el plazo está en suspenso a la espera del solicitante',
    standard: 'según la versión # de nuestro compromiso de servicio, vigente desde el @',
    separator: '; ',
  },
  pt: {
    date: (weekday, day, month, year) =>
      `${day} de ${month}${year === undefined ? '' : ` de ${year}`} (${weekday})`,
    count: {
      workingDay: { one: '# dia útil', many: '# de dias úteis', other: '# dias úteis' },
      stoppedDay: {
        one: '# dia suspenso à espera do requerente',
        many: '# de dias suspensos à espera do requerente',
        other: '# dias suspensos à espera do requerente',
      },
      holiday: {
        one: '# feriado não contado',
        many: '# de feriados não contados',
        other: '# feriados não contados',
      },
    },
    received: 'Recebido em #',
    due: 'prazo até #',
    standing: 'o prazo está suspenso à espera do requerente',
    standard: 'conforme a versão # do nosso compromisso de serviço, em vigor desde @',
    separator: '; ',
  },
  ar: {
    date: (weekday, day, month, year) => [weekday, day, month, year].filter(Boolean).join(' '),
    count: {
      workingDay: {
        zero: '# يوم عمل',
        one: 'يوم عمل واحد',
        two: 'يوما عمل',
        few: '# أيام عمل',
        many: '# يوم عمل',
        other: '# يوم عمل',
      },
      stoppedDay: {
        zero: 'توقف # يوم في انتظار مقدّم الطلب',
        one: 'توقف يوم واحد في انتظار مقدّم الطلب',
        two: 'توقف يومين في انتظار مقدّم الطلب',
        few: 'توقف # أيام في انتظار مقدّم الطلب',
        many: 'توقف # يومًا في انتظار مقدّم الطلب',
        other: 'توقف # يوم في انتظار مقدّم الطلب',
      },
      holiday: {
        zero: '# يوم عطلة غير محتسب',
        one: 'يوم عطلة واحد غير محتسب',
        two: 'يوما عطلة غير محتسبين',
        few: '# أيام عطلة غير محتسبة',
        many: '# يوم عطلة غير محتسب',
        other: '# يوم عطلة غير محتسب',
      },
    },
    received: 'تاريخ الاستلام: #',
    due: 'الموعد النهائي: #',
    standing: 'المهلة متوقفة في انتظار مقدّم الطلب',
    standard: 'وفق الإصدار # من معيار خدمتنا، الساري منذ @',
    separator: '؛ ',
  },
}

/**
 * "Received Monday 2 March; 10 working days; stopped 3 days while waiting for the applicant; due Thursday 19 March."
 * Years are named only where the two dates differ in it.
 */
export function arithmeticSentence(arithmetic: Arithmetic, language: Language): string {
  const words = WORDS[language]
  const { receivedOn, dueOn, workingDays, skipped, standard } = arithmetic
  const withYear = dueOn !== null && dueOn.slice(0, 4) !== receivedOn.slice(0, 4)
  const date = (text: string, day: string) => text.replace('#', dateIn(language, day, withYear))
  const stopped = skipped.filter(({ why }) => why === 'on-hold').length
  const holidays = skipped.filter(({ why }) => why === 'holiday').length
  const parts = [
    date(words.received, receivedOn),
    counted(language, 'workingDay', workingDays),
    ...(holidays > 0 ? [counted(language, 'holiday', holidays)] : []),
    ...(stopped > 0 ? [counted(language, 'stoppedDay', stopped)] : []),
    dueOn === null ? words.standing : date(words.due, dueOn),
    ...(standard ? [named(words.standard, standard, language)] : []),
  ]
  return `${parts.join(words.separator)}.`
}

const named = (text: string, { version, inForceFrom }: Standard, language: Language) =>
  text.replace('#', String(version)).replace('@', dateIn(language, inForceFrom, true))

const counted = (language: Language, noun: Noun, number: number): string =>
  inPlural(language, number, WORDS[language].count[noun])

function dateIn(language: Language, day: string, withYear: boolean): string {
  const date = new Date(`${day}T00:00:00Z`)
  const named = (part: 'weekday' | 'month') =>
    new Intl.DateTimeFormat(localeOf(language), { [part]: 'long', timeZone: 'UTC' }).format(date)
  return WORDS[language].date(
    named('weekday'),
    date.getUTCDate(),
    named('month'),
    withYear ? date.getUTCFullYear() : undefined,
  )
}
