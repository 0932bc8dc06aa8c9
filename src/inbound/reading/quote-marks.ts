// How mail programs mark what they quote, in the languages of those who write to us and some more. Anybody may send us anything: no
// two parts of an expression here match the same characters, and of a line only its beginning is looked at.

/** No line that a mail program writes of itself is longer. */
const LONGEST_LINE = 1000
const begins = (pattern: RegExp) => (line: string) => pattern.test(line.slice(0, LONGEST_LINE))

/** “On Monday, Ada <ada@example.org> wrote:”: begins with one of these and ends with one of those. */
const WROTE: readonly (readonly [begin: string, end: string])[] = [
  ['On ', 'wrote'],
  ['Le ', 'a écrit'],
  ['El ', 'escribió'],
  ['Em ', 'escreveu'],
  ['A ', 'escreveu'],
  ['Am ', 'schrieb[^:]*'],
  ['Il ', 'ha scritto'],
  ['في ', '(?:كتب|كتبت|تمت كتابة ما يلي بواسطة)[^:]*'],
]
const ATTRIBUTIONS = WROTE.map(([begin, end]) => new RegExp(`^${begin}.{6,300}${end}$`, 'u'))
// “2026-11-23 10:00 GMT+01:00 Ada <ada@example.org>:” and “Ada <ada@example.org> wrote:”
const DATED = /^\d{4}-\d\d-\d\d [^<>]{0,60}<[^<>\s@]+@[^<>\s@]+>$/u
const NAMED = /^[^<>]{0,80}<[^<>\s@]+@[^<>\s@]+>\s+(?:wrote|a écrit|escribió|escreveu|كتب)$/u
/** A date, a time or an address: without any of them the line is a sentence like any other. */
const TELLING = /@|\b\d{1,2}[:.h]\d\d\b|\b(?:19|20)\d\d\b/u

/** Whether the line, put together where it was wrapped, says that a quote begins. */
export function isAttribution(line: string): boolean {
  if (line.length > LONGEST_LINE || !line.endsWith(':') || !TELLING.test(line)) return false
  const told = line.slice(0, -1).trimEnd()
  return [...ATTRIBUTIONS, DATED, NAMED].some(pattern => pattern.test(told))
}

const ORIGINAL = [
  'Original Message',
  'Original Appointment',
  "Message d['’]origine",
  'Message original',
  'Mensaje original',
  'Mensagem original',
  'Ursprüngliche Nachricht',
  'Messaggio originale',
  'الرسالة الأصلية',
].join('|')
const ORIGINAL_MESSAGE = new RegExp(`^[-_\\s]{2,}(?:${ORIGINAL})[-_\\s]{2,}$`, 'iu')

/** “-----Original Message-----”. */
export const isOriginalMessage = (line: string): boolean =>
  line.length <= LONGEST_LINE && ORIGINAL_MESSAGE.test(line)

const FORWARDED =
  /^(?:[-_\s]{2,}|Begin |Début du )(?:forwarded message|message transféré|message réexpédié|mensaje reenviado|mensagem encaminhada|weitergeleitete nachricht|messaggio inoltrato|رسالة محو[ّ]?لة)/iu
const FORWARDING = /^\s*(?:fwd?|tr|rv|enc|wg|i)\s*:/i

/** Whether the message hands on another, by its subject or by this line: then somebody means us to read that. */
export const isForwarding: (subject: string) => boolean = begins(FORWARDING)
export const isForwarded: (line: string) => boolean = begins(FORWARDED)

const names = (...words: string[]) => begins(new RegExp(`^\\*?(?:${words.join('|')})\\s*:\\*?\\s*\\S`, 'iu'))
const FROM = names('From', 'De', 'Von', 'Da', 'من')
const HEADER_LINES = [
  FROM,
  names(
    'Sent',
    'Date',
    'Envoyé',
    'Envoyé le',
    'Enviado',
    'Enviado el',
    'Enviada',
    'Enviado em',
    'Fecha',
    'Data',
    'Gesendet',
    'Datum',
    'Inviato',
    'تاريخ الإرسال',
    'التاريخ',
    'أُرسلت',
    'تم الإرسال',
  ),
  names('To', 'À', 'A', 'Para', 'An', 'إلى'),
  names('Subject', 'Objet', 'Asunto', 'Assunto', 'Betreff', 'Oggetto', 'الموضوع'),
]

/** Whether a block “From: … Sent: … To: … Subject: …” begins with the first of these lines, as Outlook writes it. */
export function isHeaderBlock(lines: readonly string[]): boolean {
  const [first = ''] = lines
  if (!FROM(first)) return false
  const block = lines.filter(line => line !== '').slice(0, 6)
  return HEADER_LINES.filter(isNamed => block.some(isNamed)).length >= 3
}

/** “Sent from my iPhone”, as the last thing that somebody wrote. */
export const isDeviceLine = (line: string): boolean => begins(DEVICE)(line)
const DEVICE =
  /^(?:Sent from (?:my |Yahoo|Mail for|Outlook|Samsung|Proton)|Get (?:Outlook|BlueMail) for|Sent with \S+ (?:secure )?(?:e?mail|Mail)|Envoyé (?:de mon|depuis mon|à partir de|depuis l)|Obtenir Outlook pour|Télécharger Outlook pour|Enviado (?:desde|do meu|a partir do|de mi|del) |Obtener Outlook para|Obter o Outlook para|Von meinem |Inviato da |أ?ُ?رسلت من |تم الإرسال من |احصل على Outlook)/iu
