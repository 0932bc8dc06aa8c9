import type { StartWords } from './start-words.ts'

export const es: StartWords = {
  title: 'Participar en la Coalición por la Justicia',
  lead: 'La Alianza para el Gobierno Abierto (AGA) une a gobiernos y sociedad civil. Su Coalición por la Justicia reúne a los miembros cuyos compromisos tratan de la justicia. Aquí puede solicitar asistir a sus reuniones o pedir apoyo para su propio trabajo en materia de justicia.',
  observersTitle: 'Observar las reuniones de la Coalición',
  observers:
    'Quienes observan escuchan y contribuyen en las reuniones de la Coalición. Pueden solicitarlo los miembros de la AGA que no están ya invitados y otras organizaciones: para una reunión o para todas.',
  supportTitle: 'Pedir apoyo',
  support:
    'Los gobiernos pueden pedir a la Unidad de Apoyo de la AGA y a la Coalición ayuda con la justicia en su plan de acción: orientación, pares con experiencia, especialistas, ayuda en la cocreación y más.',
  invitedTitle: 'Quién está ya invitado',
  invited: (since, count) =>
    `Desde ${since} rige esta regla y ${count} miembros figuran en su lista. No necesitan solicitar observar.`,
  invitedList: 'Mostrar la lista',
  invitedSource: 'Dónde se publican la regla y la lista',
  nextTitle: 'Qué pasa después y cuándo',
  next: (firstLook, observer, support) => [
    'Recibe de inmediato una referencia y un acuse de recibo por correo, con un enlace para seguir lo que ocurra.',
    `Una persona de la Unidad de Apoyo la examina por primera vez en un plazo de ${firstLook} días hábiles.`,
    `Tiene una respuesta en ${observer} días hábiles si solicita observar, y en ${support} si pide apoyo. Toda decisión se explica.`,
  ],
  dataTitle: 'Sus datos',
  data: draftDays => [
    `Lo que todavía no ha enviado se elimina ${draftDays} días después de su último cambio.`,
    'Lo que envió lo ven las personas que lo tramitan. Se conserva mientras cumple su finalidad; puede pedir que se borre en cualquier momento.',
  ],
  askedTitle: 'Qué se preguntará',
  asked: 'Verá las preguntas una a una: no se envía nada antes de que haya revisado sus respuestas.',
  minutes: { observer: 'Unos 20 minutos.', support: 'Unos 30 minutos.' },
  keepTitle: 'Puede parar y volver',
  keep: draftDays =>
    `Cada página se guarda al continuar. Puede recibir por correo un enlace que lleva de vuelta a sus respuestas, en cualquier dispositivo, durante ${draftDays} días.`,
  offline: 'Rellenarlo sin conexión',
  placeTitle: 'Primero: ¿dónde está?',
  placeLabel: 'País o miembro de la AGA',
  placeHint: 'Por ejemplo: Kenia, Costa de Marfil, Buenos Aires. Le decimos si ya tiene invitación.',
  placeButton: 'Buscar',
  placeMissing: 'País o miembro de la AGA: introduzca un nombre.',
  alreadyInvited: name => `${name} ya tiene invitación`,
  invitedBy: 'Tiene invitación a las reuniones según esta regla:',
  invitedVersion: version => `La lista vigente es la de ${version}.`,
  invitedSourceLink: 'Ver la lista publicada',
  invitedNext: email =>
    `Las personas del gobierno de este miembro no necesitan solicitarlo: escriban a ${email} para recibir las invitaciones. Otras organizaciones de allí pueden solicitarlo, y usted también si lo desea.`,
  goOnAnyway: 'Seguir con el formulario',
  notInvited: name =>
    `${name} es miembro de la AGA y no figura en la lista de invitados. Puede presentar la solicitud.`,
  isMember: name => `${name} es miembro de la AGA.`,
  notMember: typed =>
    `No conocemos ningún miembro de la AGA llamado «${typed}». Puede continuar de todos modos.`,
  localNotCountry: 'Un miembro local no es su país: cada uno recibe su propia invitación.',
  several: '¿Se refiere a alguno de estos?',
  start: 'Empezar el formulario',
}
