import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { arithmeticSentence } from '../../src/cases/arithmetic-sentence.ts'
import { DEFAULT_SERVICE_STANDARD, dueAfterHolds, serviceStandard } from '../../src/cases/service-standard.ts'
import {
  addWorkingDays,
  dayOf,
  dayOff,
  endOfDay,
  isoDate,
  workingDaysBetween,
} from '../../src/cases/working-days.ts'

const standard = DEFAULT_SERVICE_STANDARD
const at = (iso: string) => new Date(iso)
const NOW = at('2026-12-01T00:00:00Z')

// Zones whose clocks change at midnight, by half an hour, against the seasons, or not at all.
const ZONES = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/Santiago',
]

const DAY = 86_400_000
const first = Date.UTC(2024, 0, 1)
const moments = fc.date({ min: new Date(first), max: new Date(first + 1500 * DAY), noInvalidDate: true })
const calendars = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  holidays: fc.array(
    fc.integer({ min: 0, max: 1600 }).map(n => new Date(first + n * DAY).toISOString().slice(0, 10)),
    { maxLength: 40 },
  ),
})
const counts = fc.integer({ min: 0, max: 25 })
const holdTimes = fc
  .tuple(moments, fc.integer({ min: 0, max: 30 * 24 }))
  .map(([from, hours]) => ({ from, to: new Date(from.getTime() + hours * 3_600_000) }))

describe('counting in working days', () => {
  test('the day of receipt is not counted, and the last day lasts until its end', () => {
    expect(addWorkingDays(at('2026-03-02T00:00:00Z'), 10, standard)).toEqual(at('2026-03-16T23:59:59.999Z'))
    expect(addWorkingDays(at('2026-03-02T23:59:59.999Z'), 10, standard)).toEqual(
      at('2026-03-16T23:59:59.999Z'),
    )
  })

  test('what arrives on a Saturday has Monday as its first day', () => {
    expect(addWorkingDays(at('2026-03-07T12:00:00Z'), 1, standard)).toEqual(at('2026-03-09T23:59:59.999Z'))
  })

  test('the day is the day of the Support Unit, not of Greenwich', () => {
    const auckland = { ...standard, timeZone: 'Pacific/Auckland' }
    // Tuesday 3 March, 01:00, in Auckland.
    expect(addWorkingDays(at('2026-03-02T12:00:00Z'), 1, auckland)).toEqual(at('2026-03-04T10:59:59.999Z'))
  })

  test('a day of 23 hours and one of 25 are one day each', () => {
    const newYork = { ...standard, timeZone: 'America/New_York', workingDays: [1, 2, 3, 4, 5, 6, 7] }
    expect(addWorkingDays(at('2026-03-07T17:00:00Z'), 1, newYork)).toEqual(at('2026-03-09T03:59:59.999Z'))
    expect(addWorkingDays(at('2026-10-31T16:00:00Z'), 1, newYork)).toEqual(at('2026-11-02T04:59:59.999Z'))
  })

  test('a holiday is not a working day', () => {
    const easter = { ...standard, holidays: ['2026-04-03', '2026-04-06'] }
    expect(addWorkingDays(at('2026-04-02T09:00:00Z'), 1, easter)).toEqual(at('2026-04-07T23:59:59.999Z'))
  })

  test('a negative or broken count is refused', () => {
    for (const days of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => addWorkingDays(NOW, days, standard)).toThrow(RangeError)
    }
  })

  test('property: every due date is the last millisecond of a working day', () => {
    fc.assert(
      fc.property(moments, counts, calendars, (from, days, calendar) => {
        const due = addWorkingDays(from, days, calendar)
        const day = dayOf(due, calendar)
        expect(dayOff(day, calendar)).toBeNull()
        expect(due.getTime()).toBeGreaterThanOrEqual(from.getTime())
        expect(dayOf(new Date(due.getTime() + 1), calendar)).toBe(day + 1)
        expect(DateTime.fromJSDate(due, { zone: calendar.timeZone }).toISODate()).toBe(isoDate(day))
      }),
    )
  })

  test('property: adding 0 is the same day if it is a working day, else the next one', () => {
    fc.assert(
      fc.property(moments, calendars, (from, calendar) => {
        let day = dayOf(from, calendar)
        while (dayOff(day, calendar)) day += 1
        expect(addWorkingDays(from, 0, calendar)).toEqual(endOfDay(isoDate(day), calendar))
      }),
    )
  })

  test('property: later receipt or more days are never due earlier', () => {
    fc.assert(
      fc.property(moments, moments, counts, calendars, (a, b, days, calendar) => {
        const [earlier, later] = a <= b ? [a, b] : [b, a]
        const due = addWorkingDays(earlier, days, calendar)
        expect(due.getTime()).toBeLessThanOrEqual(addWorkingDays(later, days, calendar).getTime())
        expect(due.getTime()).toBeLessThanOrEqual(addWorkingDays(earlier, days + 1, calendar).getTime())
      }),
    )
  })

  test('property: counting the days between undoes adding them, in both directions', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 25 }), calendars, (from, days, calendar) => {
        const due = addWorkingDays(from, days, calendar)
        expect(workingDaysBetween(from, due, calendar)).toBe(days)
        expect(workingDaysBetween(due, from, calendar)).toBe(-days)
      }),
    )
  })

  test('what is handed out can be changed without harm to the next answer', () => {
    addWorkingDays(NOW, 3, standard).setFullYear(1999)
    expect(addWorkingDays(NOW, 3, standard)).toEqual(at('2026-12-04T23:59:59.999Z'))
  })
})

describe('the clock stops while we wait for the applicant', () => {
  const start = at('2026-03-02T09:00:00Z')
  const due = (holds: { from: Date; to: Date | null }[], days = 10, now = NOW) =>
    dueAfterHolds({ start, days, holds, now, standard })

  test('a question asked on Wednesday and answered on Monday stops three working days', () => {
    const { dueAt, arithmetic } = due([{ from: at('2026-03-04T10:00:00Z'), to: at('2026-03-09T15:00:00Z') }])
    expect(dueAt).toEqual(at('2026-03-19T23:59:59.999Z'))
    expect(arithmetic.skipped).toEqual([
      { day: '2026-03-04', why: 'on-hold' },
      { day: '2026-03-05', why: 'on-hold' },
      { day: '2026-03-06', why: 'on-hold' },
      { day: '2026-03-07', why: 'weekend' },
      { day: '2026-03-08', why: 'weekend' },
      { day: '2026-03-14', why: 'weekend' },
      { day: '2026-03-15', why: 'weekend' },
    ])
    expect(arithmetic.counted).toHaveLength(10)
    expect(arithmetic.counted.at(-1)).toBe(arithmetic.dueOn)
  })

  test('a question answered on the same day stops nothing', () => {
    const sameDay = [{ from: at('2026-03-04T00:00:00Z'), to: at('2026-03-04T23:59:59Z') }]
    expect(due(sameDay)).toEqual(due([]))
  })

  test('two holds over the same days stop them once', () => {
    const hold = { from: at('2026-03-04T10:00:00Z'), to: at('2026-03-06T10:00:00Z') }
    expect(due([hold, hold])).toEqual(due([hold]))
  })

  test('nothing is due while the hold is open, and the arithmetic goes up to today', () => {
    const { dueAt, arithmetic } = due(
      [{ from: at('2026-03-04T10:00:00Z'), to: null }],
      10,
      at('2026-03-06T08:00:00Z'),
    )
    expect(dueAt).toBeNull()
    expect(arithmetic).toMatchObject({ counted: ['2026-03-03'], dueOn: null })
    expect(arithmetic.skipped.map(({ day }) => day)).toEqual(['2026-03-04', '2026-03-05', '2026-03-06'])
  })

  test('a case never falls due on a day that ends while the applicant has it', () => {
    const asked = { from: at('2026-03-16T23:00:00Z'), to: at('2026-03-18T07:00:00Z') }
    expect(due([asked]).dueAt).toEqual(at('2026-03-18T23:59:59.999Z'))
  })

  test('the arithmetic survives JSON', () => {
    const { arithmetic } = due([{ from: at('2026-03-04T10:00:00Z'), to: at('2026-03-09T15:00:00Z') }])
    expect(JSON.parse(JSON.stringify(arithmetic))).toEqual(arithmetic)
  })

  test('property: without holds it is plain counting', () => {
    fc.assert(
      fc.property(moments, counts, calendars, (from, days, calendar) => {
        const { dueAt } = dueAfterHolds({ start: from, days, holds: [], now: NOW, standard: calendar })
        expect(dueAt).toEqual(addWorkingDays(from, days, calendar))
      }),
    )
  })

  test('property: a longer or further hold is never due earlier', () => {
    const holds = fc.array(holdTimes, { maxLength: 3 })
    const hours = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(
        moments,
        counts,
        holds,
        holdTimes,
        hours,
        calendars,
        (from, days, others, hold, more, calendar) => {
          const dueWith = (list: typeof others) =>
            dueAfterHolds({
              start: from,
              days,
              holds: list,
              now: NOW,
              standard: calendar,
            }).dueAt?.getTime() ?? Number.NaN
          const longer = { from: hold.from, to: new Date(hold.to.getTime() + more * 3_600_000) }
          expect(dueWith([...others, hold])).toBeGreaterThanOrEqual(dueWith(others))
          expect(dueWith([...others, longer])).toBeGreaterThanOrEqual(dueWith([...others, hold]))
        },
      ),
    )
  })

  test('property: every day after receipt and up to the due one is either counted or skipped, once', () => {
    fc.assert(
      fc.property(
        moments,
        counts,
        fc.array(holdTimes, { maxLength: 3 }),
        calendars,
        (from, days, holds, calendar) => {
          const { arithmetic } = dueAfterHolds({ start: from, days, holds, now: NOW, standard: calendar })
          const days0 = days === 0 ? [arithmetic.dueOn ?? ''] : []
          const named = [
            ...arithmetic.counted,
            ...arithmetic.skipped.map(({ day }) => day),
            ...days0,
          ].toSorted()
          const start = dayOf(from, calendar) + (days === 0 ? 0 : 1)
          expect(named).toEqual(named.map((_, index) => isoDate(start + index)))
          expect(named.at(-1)).toBe(arithmetic.dueOn)
          expect(arithmetic.counted).toHaveLength(days)
        },
      ),
    )
  })
})

describe('the arithmetic as a sentence', () => {
  const arithmetic = dueAfterHolds({
    start: at('2026-03-02T09:00:00Z'),
    days: 10,
    holds: [{ from: at('2026-03-04T10:00:00Z'), to: at('2026-03-09T15:00:00Z') }],
    now: NOW,
    standard: { ...standard, holidays: ['2026-03-17'] },
  }).arithmetic

  test('in each of our languages', () => {
    expect(arithmeticSentence(arithmetic, 'en')).toBe(
      'Received Monday 2 March; 10 working days; 1 holiday not counted; ' +
        'stopped 3 days while waiting for the applicant; due Friday 20 March.',
    )
    expect(arithmeticSentence(arithmetic, 'fr').replaceAll('\u202F', ' ')).toBe(
      'Reçue le lundi 2 mars ; 10 jours ouvrés ; 1 jour férié non compté ; ' +
        'arrêt de 3 jours dans l’attente du demandeur ; échéance le vendredi 20 mars.',
    )
    expect(arithmeticSentence(arithmetic, 'es')).toBe(
      'Recibida el lunes 2 de marzo; 10 días hábiles; 1 día festivo no contado; ' +
        '3 días en suspenso a la espera del solicitante; vence el viernes 20 de marzo.',
    )
  })

  test('names the years where they differ, and the first of a month in French', () => {
    const start = at('2026-12-31T09:00:00Z')
    const newYear = dueAfterHolds({ start, days: 1, holds: [], now: NOW, standard }).arithmetic
    expect(arithmeticSentence(newYear, 'en')).toContain('1 working day; due Friday 1 January 2027.')
    expect(arithmeticSentence(newYear, 'fr')).toContain('échéance le vendredi 1er janvier 2027.')
    expect(arithmeticSentence(newYear, 'es')).toContain('vence el viernes 1 de enero de 2027.')
  })

  test('says that the clock stands while the hold is open', () => {
    const holds = [{ from: at('2026-12-31T10:00:00Z'), to: null }]
    const open = dueAfterHolds({
      start: at('2026-12-31T09:00:00Z'),
      days: 1,
      holds,
      now: NOW,
      standard,
    }).arithmetic
    expect(arithmeticSentence(open, 'en')).toBe(
      'Received Thursday 31 December; 1 working day; the clock is stopped while we wait for the applicant.',
    )
  })
})

describe('the settings', () => {
  test('have the defaults that we promise', () => {
    expect(serviceStandard.parse({})).toEqual({
      timeZone: 'UTC',
      workingDays: [1, 2, 3, 4, 5],
      holidays: [],
      firstLookDays: 2,
      decisionDays: { observer: 10, support: 5 },
      nextStepDays: { accepted: 5, 'in-progress': 20, active: 120 },
      holdReminderDays: 5,
      holdLapseDays: 20,
      dueSoonDays: 1,
      statusNoticeDays: 20,
      digestHour: 7,
      escalateDays: 2,
    })
  })

  test('can be given in part', () => {
    const parsed = serviceStandard.parse({ decisionDays: { support: 3 }, holidays: ['2026-12-25'] })
    expect(parsed.decisionDays).toEqual({ observer: 10, support: 3 })
  })

  test('refuse what would stop every clock, or none', () => {
    const wrong = [
      { timeZone: 'Europe/Atlantis' },
      { workingDays: [] },
      { workingDays: [0] },
      { holidays: ['2026-02-30'] },
      { firstLookDays: -1 },
      { decisionDays: { observer: 1000 } },
      { holdReminderDays: 20, holdLapseDays: 20 },
      { firstLookdays: 2 },
    ]
    for (const settings of wrong) expect(serviceStandard.safeParse(settings).success).toBe(false)
  })
})
