import { counted } from '../../kernel/counted.ts'
import { DAYS, type ExplanationWords } from './words.ts'

export const ar: ExplanationWords = {
  quote: name => `«${name}»`,
  assigned: (who, why, rule) => `أُسند الملف إلى ${who}، ${why}، لأن ${rule}`,
  chosenBy: {
    'only-one': (open, capacity) => `الشخص الوحيد المتاح (${open} من ${capacity})`,
    'lightest-load': (open, capacity, available) =>
      `الشخص الأقل عبئًا من بين المتاحين وعددهم ${available} (${open} من ${capacity})`,
    language: (open, capacity, available) =>
      `أحد الأقل عبئًا من بين المتاحين وعددهم ${available} (${open} من ${capacity}) ويتكلم لغة مقدّم الطلب`,
    'fewest-open': (open, capacity, available) =>
      `أحد الأقل عبئًا من بين المتاحين وعددهم ${available} (${open} من ${capacity}) ولديه أقل عدد من الملفات المفتوحة`,
    'fixed-order': (open, capacity, available) =>
      `أحد الأقل عبئًا من بين المتاحين وعددهم ${available} (${open} من ${capacity}) ويأتي أولًا في ترتيب ثابت`,
  },
  rule: (position, name, conditions) => `القاعدة ${position} ${name} منطبقة (${conditions})`,
  everyCase: 'تشمل كل الملفات',
  anyOf: (subject, values, several) => (several ? `${subject} تشمل ${values}` : `${subject}: ${values}`),
  noneOf: (subject, values, several) =>
    several ? `${subject} لا تشمل ${values}` : `${subject}: غير ${values}`,
  withinDays: days => `مطلوب خلال ${counted('ar', days, DAYS.ar)}`,
  passedOver: (rules, many) =>
    many
      ? `انطبقت قبلها القواعد ${rules} ولم يكن أحد متاحًا`
      : `انطبقت قبلها القاعدة ${rules} ولم يكن أحد متاحًا`,
  leftOut: people => `خارج الاختيار: ${people}`,
  others: count => `غير ذلك (${count})`,
  noRule: 'بقي الملف في قائمة الفرز لأنه لا تنطبق عليه أي قاعدة',
  nobodyThere: (rules, many) =>
    `بقي الملف في قائمة الفرز لأنه لا أحد متاح بموجب ${many ? 'القواعد' : 'القاعدة'} ${rules}`,
  reason: {
    'declared-conflict': () => 'تضارب مصالح معلن',
    'own-country': () => 'البلد نفسه',
    'own-organisation': () => 'المنظمة نفسها',
    absent: day => `غياب حتى ${day}`,
    'no-capacity': () => 'إسناد الملفات متوقف حاليًّا',
    'at-capacity': load => `بلوغ الحد الأقصى، ${load}`,
  },
}
