import { counted } from '../../kernel/counted.ts'
import { ANSWERS, CHARACTERS, WORDS } from './nouns.ts'
import type { Says } from './says.ts'

export const ar: Says = {
  required: 'يُرجى إدخال إجابة.',
  'must-be-confirmed': 'يُرجى تأكيد هذا الإقرار للمتابعة.',
  'not-asked': v => `يُرجى ترك هذا السؤال بلا إجابة؛ فهو لا يُطرح إلا ${v.condition}.`,
  'unknown-field': 'لا يوجد حقل بهذا الاسم في الاستمارة. يُرجى حذفه أو التحقق من كتابته.',
  'not-text': 'يُرجى إدخال نص.',
  'not-a-number': 'يُرجى إدخال عدد صحيح.',
  'not-yes-or-no': 'يُرجى الإجابة بـ true (نعم) أو false (لا).',
  'not-a-list': 'يُرجى إدخال قائمة إجابات.',
  'not-an-object': 'يُرجى إدخال كائن يتضمن الإجابات عن أسئلته.',
  'invalid-characters': 'يُرجى حذف الأحرف التي لا يمكن عرضها، مثل أحرف التحكم.',
  'too-short': v =>
    `يُرجى إدخال ما لا يقل عن ${counted('ar', v.min ?? 0, CHARACTERS.ar)} (العدد الحالي: ${v.given}).`,
  'too-long': v =>
    `يُرجى إدخال ما لا يزيد على ${counted('ar', v.max ?? 0, CHARACTERS.ar)} (العدد الحالي: ${v.given}).`,
  'too-many-words': v =>
    `يُرجى استخدام ما لا يزيد على ${counted('ar', v.max ?? 0, WORDS.ar)} (العدد الحالي: ${v.given}).`,
  'too-few': v =>
    `يُرجى إعطاء ما لا يقل عن ${counted('ar', v.min ?? 0, ANSWERS.ar)} (العدد الحالي: ${v.given}).`,
  'too-many': v =>
    `يُرجى إعطاء ما لا يزيد على ${counted('ar', v.max ?? 0, ANSWERS.ar)} (العدد الحالي: ${v.given}).`,
  duplicate: 'يُرجى اختيار كل إجابة مرة واحدة فقط.',
  'not-a-choice': 'يُرجى اختيار إحدى الإجابات المعروضة.',
  'invalid-email': 'يُرجى إدخال بريد إلكتروني، مثل name@example.org.',
  'invalid-phone': 'يُرجى إدخال رقم هاتف مع رمز البلد، مثل ‎+212 612 345 678.',
  'invalid-web-address': 'يُرجى إدخال عنوان موقع كامل يبدأ بـ http:// أو https://.',
  'invalid-date': 'يُرجى إدخال تاريخ موجود بصيغة سنة-شهر-يوم، مثل 2027-03-31.',
  'date-in-the-past': 'يُرجى إدخال تاريخ اليوم أو تاريخ لاحق.',
  'year-out-of-range': v => `يُرجى إدخال سنة بين ${v.min} و${v.max}.`,
  'unknown-country': 'يُرجى إدخال رمز ISO المكوّن من حرفين لبلد أو إقليم، مثل MA.',
  'unknown-jurisdiction': 'يُرجى اختيار عضو في شراكة الحكومة المنفتحة من القائمة.',
  'unknown-time-zone': 'يُرجى إدخال اسم IANA لمنطقة زمنية، مثل Africa/Tunis.',
  'unknown-file': 'يُرجى ذكر ملف رُفع خلال آخر 24 ساعة وخالٍ من الفيروسات ولم يُستخدم بعد.',
}
