// The reasoned response: what was decided, why, what would change it, and how to ask for another look.
import type { Facts } from '../facts.ts'
import { defineNotification } from '../define-notification.ts'
import { heading, paragraph, quoted } from '../message.ts'
import type { Say } from '../say.ts'

const OUTCOMES = ['accept', 'decline', 'redirect', 'defer'] as const
type Sentences = Record<(typeof OUTCOMES)[number], (say: Say, facts: Facts) => string>

const DECIDED = {
  en: {
    accept: say => `We are glad to tell you that we have accepted ${say.yourRequest}.`,
    decline: say => `We have considered ${say.yourRequest} with care and cannot accept it.`,
    redirect: say =>
      `We have considered ${say.yourRequest} with care. Another organisation is better placed to help you.`,
    defer: (say, facts) =>
      `We have considered ${say.yourRequest} and deferred our decision to ${deferredTo(say, facts)}.`,
  },
  fr: {
    accept: say => `Nous avons le plaisir de vous informer que nous avons accepté ${say.yourRequest}.`,
    decline: say =>
      `Nous avons examiné ${say.yourRequest} avec attention et ne pouvons pas y donner une suite favorable.`,
    redirect: say =>
      `Nous avons examiné ${say.yourRequest} avec attention. D’autres que nous pourront mieux y répondre.`,
    defer: (say, facts) =>
      `Nous avons examiné ${say.yourRequest} et reportons notre décision au ${deferredTo(say, facts)}.`,
  },
  es: {
    accept: say => `Nos complace comunicarle que hemos aceptado ${say.yourRequest}.`,
    decline: say => `Hemos examinado con atención ${say.yourRequest} y no podemos aceptarla.`,
    redirect: say =>
      `Hemos examinado con atención ${say.yourRequest}. Otra instancia puede atenderla mejor que nosotros.`,
    defer: (say, facts) =>
      `Hemos examinado ${say.yourRequest} y aplazamos nuestra decisión al ${deferredTo(say, facts)}.`,
  },
  pt: {
    accept: say => `Temos o prazer de informar que aprovamos ${say.yourRequest}.`,
    decline: say => `Analisamos com atenção ${say.yourRequest} e não podemos aprová-lo.`,
    redirect: say =>
      `Analisamos com atenção ${say.yourRequest}. Outra entidade pode atendê-lo melhor do que nós.`,
    defer: (say, facts) =>
      `Analisamos ${say.yourRequest} e adiamos a nossa decisão para ${deferredTo(say, facts)}.`,
  },
  ar: {
    accept: say => `يسرّنا إبلاغكم بأننا قبلنا ${say.yourRequest}.`,
    decline: say => `درسنا ${say.yourRequest} بعناية، ولا يمكننا قبوله.`,
    redirect: say => `درسنا ${say.yourRequest} بعناية. هناك جهة أخرى يمكنها خدمتكم أفضل منا.`,
    defer: (say, facts) => `درسنا ${say.yourRequest}، وأجّلنا قرارنا إلى يوم ${deferredTo(say, facts)}.`,
  },
} satisfies Record<string, Sentences>

const closedNext = {
  en: () =>
    'We have now closed the request. You can ask for another look as described above, and you can apply again at any time.',
  fr: () =>
    'La demande est donc clôturée. Vous pouvez demander un réexamen comme indiqué ci-dessus, et présenter une nouvelle demande à tout moment.',
  es: () =>
    'Con esto cerramos la solicitud. Puede pedir que la examinemos de nuevo como se indica arriba y presentar otra solicitud en cualquier momento.',
  pt: () =>
    'Com isto encerramos o pedido. Pode pedir uma nova análise, como indicado acima, e apresentar outro pedido a qualquer momento.',
  ar: () => 'بهذا نغلق الطلب. يمكنكم طلب إعادة النظر كما هو موضح أعلاه، كما يمكنكم تقديم طلب جديد في أي وقت.',
}

const NEXT = {
  en: {
    accept: (say, { event }) =>
      `We will prepare the next step and write to you about it${say.by(event.dueAt)}. There is nothing you need to do now.`,
    decline: closedNext.en,
    redirect: closedNext.en,
    defer: (say, facts) =>
      `We will take the request up again on ${deferredTo(say, facts)} and write to you then. There is nothing you need to do until then.`,
  },
  fr: {
    accept: (say, { event }) =>
      `Nous préparons l’étape suivante et vous écrirons à ce sujet${say.by(event.dueAt)}. Vous n’avez rien à faire pour le moment.`,
    decline: closedNext.fr,
    redirect: closedNext.fr,
    defer: (say, facts) =>
      `Nous reprendrons l’examen le ${deferredTo(say, facts)} et vous écrirons alors. D’ici là, vous n’avez rien à faire.`,
  },
  es: {
    accept: (say, { event }) =>
      `Prepararemos el siguiente paso y le escribiremos al respecto${say.by(event.dueAt)}. Por ahora no tiene que hacer nada.`,
    decline: closedNext.es,
    redirect: closedNext.es,
    defer: (say, facts) =>
      `Retomaremos la solicitud el ${deferredTo(say, facts)} y le escribiremos entonces. Hasta esa fecha no tiene que hacer nada.`,
  },
  pt: {
    accept: (say, { event }) =>
      `Preparamos o próximo passo e escreveremos sobre ele${say.by(event.dueAt)}. Por enquanto não precisa fazer nada.`,
    decline: closedNext.pt,
    redirect: closedNext.pt,
    defer: (say, facts) =>
      `Retomaremos o pedido em ${deferredTo(say, facts)} e escreveremos então. Até lá não precisa fazer nada.`,
  },
  ar: {
    accept: (say, { event }) =>
      `نُعدّ الخطوة التالية وسنراسلكم بشأنها${say.by(event.dueAt)}. ليس عليكم القيام بأي شيء الآن.`,
    decline: closedNext.ar,
    redirect: closedNext.ar,
    defer: (say, facts) =>
      `سنستأنف النظر في الطلب يوم ${deferredTo(say, facts)} وسنراسلكم حينها. ليس عليكم القيام بأي شيء حتى ذلك الحين.`,
  },
} satisfies Record<string, Sentences>

export const decision = defineNotification({
  name: 'decision',
  audience: 'applicant',
  on: ['case.decided'],
  to: 'applicant',
  text: {
    en: (facts, say) => ({
      subject: `Our decision on ${say.yourRequest}`,
      lines: [
        paragraph(DECIDED.en[outcome(facts)](say, facts)),
        ...quoted('Our reasons:', facts.event.words['reason']),
        ...quoted('What would change this decision:', facts.event.words['wouldChange']),
        ...quoted('How to ask for another look:', facts.event.words['anotherLook']),
        heading('What happens next'),
        paragraph(NEXT.en[outcome(facts)](say, facts)),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Notre décision concernant ${say.yourRequest}`,
      lines: [
        paragraph(DECIDED.fr[outcome(facts)](say, facts)),
        ...quoted('Nos raisons :', facts.event.words['reason']),
        ...quoted('Ce qui changerait cette décision :', facts.event.words['wouldChange']),
        ...quoted('Comment demander un réexamen :', facts.event.words['anotherLook']),
        heading('La suite'),
        paragraph(NEXT.fr[outcome(facts)](say, facts)),
      ],
    }),
    es: (facts, say) => ({
      subject: `Nuestra decisión sobre ${say.yourRequest}`,
      lines: [
        paragraph(DECIDED.es[outcome(facts)](say, facts)),
        ...quoted('Nuestras razones:', facts.event.words['reason']),
        ...quoted('Qué haría cambiar esta decisión:', facts.event.words['wouldChange']),
        ...quoted('Cómo pedir que la examinemos de nuevo:', facts.event.words['anotherLook']),
        heading('Próximos pasos'),
        paragraph(NEXT.es[outcome(facts)](say, facts)),
      ],
    }),
    pt: (facts, say) => ({
      subject: `A nossa decisão sobre ${say.yourRequest}`,
      lines: [
        paragraph(DECIDED.pt[outcome(facts)](say, facts)),
        ...quoted('As nossas razões:', facts.event.words['reason']),
        ...quoted('O que mudaria esta decisão:', facts.event.words['wouldChange']),
        ...quoted('Como pedir uma nova análise:', facts.event.words['anotherLook']),
        heading('Próximos passos'),
        paragraph(NEXT.pt[outcome(facts)](say, facts)),
      ],
    }),
    ar: (facts, say) => ({
      subject: `قرارنا بشأن ${say.yourRequest}`,
      lines: [
        paragraph(DECIDED.ar[outcome(facts)](say, facts)),
        ...quoted('أسبابنا:', facts.event.words['reason']),
        ...quoted('ما الذي يمكن أن يغيّر هذا القرار:', facts.event.words['wouldChange']),
        ...quoted('كيف تطلبون إعادة النظر:', facts.event.words['anotherLook']),
        heading('الخطوات التالية'),
        paragraph(NEXT.ar[outcome(facts)](say, facts)),
      ],
    }),
  },
})

// An outcome that we have no words for must not go out as another one.
function outcome({ event }: Facts): (typeof OUTCOMES)[number] {
  const named = OUTCOMES.find(one => one === event.details['outcome'])
  if (named) return named
  throw new Error(`A decision of ${event.type} has no outcome that can be told.`)
}

function deferredTo(say: Say, { event }: Facts): string {
  const day = event.details['deferredTo']
  if (typeof day === 'string') return say.day(day)
  throw new Error('A deferral names no day.')
}
