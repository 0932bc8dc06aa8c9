// What happens next, whose move it is and by when, as the applicant is told.
import { localeOf, type Language, type Text } from '../kernel/languages.ts'
import { STATE, type DueRule, type State } from './states.ts'

/** A date as it is written in the language, in the Support Unit's time zone. */
const shownDate = (date: Date, language: Language, timeZone: string): string =>
  formatterFor(language, timeZone).format(date)

// Making a formatter takes sixty times as long as using it, and every receipt shows a date.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(language: Language, timeZone: string): Intl.DateTimeFormat {
  const name = `${language} ${timeZone}`
  const known = formatters.get(name)
  if (known) return known
  const made = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone })
  formatters.set(name, made)
  return made
}

const STEPS: Readonly<Record<DueRule, Text>> = {
  'first-look': {
    en: 'Someone in the Support Unit will take a first look at it by {date}.',
    fr: 'Un membre de l’Unité d’appui en prendra connaissance au plus tard le {date}.',
    es: 'Una persona de la Unidad de Apoyo la examinará por primera vez a más tardar el {date}.',
    pt: 'Alguém da Unidade de Apoio fará uma primeira leitura até {date}.',
    ar: 'يطّلع عليه أحد أعضاء وحدة الدعم للمرة الأولى في موعد أقصاه {date}.',
  },
  decision: {
    en: 'We are reviewing it and will answer you by {date}.',
    fr: 'Nous l’examinons et vous répondrons au plus tard le {date}.',
    es: 'La estamos revisando y le responderemos a más tardar el {date}.',
    pt: 'Estamos analisando o pedido e responderemos até {date}.',
    ar: 'ندرس الطلب حاليًا وسنردّ عليكم في موعد أقصاه {date}.',
  },
  hold: {
    en: 'We are waiting for your answer, until {date}.',
    fr: 'Nous attendons votre réponse, jusqu’au {date}.',
    es: 'Esperamos su respuesta hasta el {date}.',
    pt: 'Aguardamos a sua resposta até {date}.',
    ar: 'ننتظر ردّكم حتى {date}.',
  },
  'deferred-to': {
    en: 'We will take it up again on {date}.',
    fr: 'Nous la reprendrons le {date}.',
    es: 'La retomaremos el {date}.',
    pt: 'Retomaremos o pedido em {date}.',
    ar: 'سنستأنف النظر في الطلب في {date}.',
  },
  'next-step': {
    en: 'You will hear from us about the next step by {date}.',
    fr: 'Nous vous informerons de la prochaine étape au plus tard le {date}.',
    es: 'Le informaremos del siguiente paso a más tardar el {date}.',
    pt: 'Informaremos sobre o próximo passo até {date}.',
    ar: 'سنبلغكم بالخطوة التالية في موعد أقصاه {date}.',
  },
  term: {
    en: 'Your term as an observer runs until {date}. Before then we will ask whether you want to continue; it will not end without our telling you.',
    fr: 'Votre statut d’observateur court jusqu’au {date}. D’ici là, nous vous demanderons si vous souhaitez continuer ; il ne prendra pas fin sans que nous vous l’annoncions.',
    es: 'Su condición de observador está vigente hasta el {date}. Antes le preguntaremos si desea continuar; no finalizará sin que se lo comuniquemos.',
    pt: 'A sua condição de observador é válida até {date}. Antes disso perguntamos se deseja continuar; não termina sem que o comuniquemos.',
    ar: 'تسري صفتكم كمراقب حتى {date}. وقبل ذلك نسألكم عما إذا كنتم ترغبون في الاستمرار؛ ولن تنتهي من دون أن نبلغكم.',
  },
  none: {
    en: 'Nothing more will happen unless you ask for another look.',
    fr: 'Plus rien n’est prévu, sauf si vous demandez un nouvel examen.',
    es: 'No hay más pasos, salvo que solicite una nueva revisión.',
    pt: 'Não há mais passos, a menos que seja pedida uma nova análise.',
    ar: 'لا خطوات أخرى، إلا إذا طلبتم إعادة النظر.',
  },
}

/** One sentence for the applicant. */
export function nextStep(state: State, dueAt: Date | null, language: Language, timeZone: string): string {
  const rule = dueAt === null ? 'none' : STATE[state].due
  return STEPS[rule][language].replace('{date}', dueAt === null ? '' : shownDate(dueAt, language, timeZone))
}
