import type { HealthStrings } from './health.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('ar', value);
const entries = {
  zero: 'لا مدخلات',
  one: 'مدخل واحد',
  two: 'مدخلان',
  few: '# مدخلات',
  many: '# مدخلًا',
  other: '# مدخل',
};
const tickets = {
  zero: 'لا تذاكر',
  one: 'تذكرة واحدة',
  two: 'تذكرتان',
  few: '# تذاكر',
  many: '# تذكرة',
  other: '# تذكرة',
};

/** Text of the library page about the state of what is in it, Arabic. */
export const healthAr: HealthStrings = {
  heading: 'حالة المكتبة',
  intro: 'يبحث عن المكرر وما قد يكون قديمًا والوسوم الناقصة. يجري على هذا الجهاز.',
  checked: (day, items) => `فُحصت ${day}: ${plural('ar', items, entries)}`,
  start: 'افحص الآن',
  running: 'جارٍ فحص المكتبة',
  cancel: 'إلغاء',
  allGood: 'لا شيء يحتاج إلى عناية',
  counted: (heading, value) => (value > 0 ? `${heading} (${count(value)})` : heading),
  more: (value) => `و${count(value)} غيرها`,

  gaps: 'أسئلة بلا جواب',
  gapsHint: 'سألها عملاء أكثر من مرة ولم يوجد ما يناسبها. اكتب لها مقالة أو ردًا جاهزًا.',
  gapsNone: 'لم يُسأل شيء أكثر من مرة بعد.',
  gapsOff: 'لا تُحفظ: فعّل «تذكّر التذاكر التي أراها» في الإعدادات. تُزال البيانات الشخصية قبل الحفظ.',
  tickets: (value) => plural('ar', value, tickets),
  last: (day) => `آخر مرة ${day}`,
  dismiss: 'تم',

  duplicates: 'المكرر',
  duplicatesHint: 'تقول الشيء نفسه تقريبًا. أبقِ واحدًا منها أو وحّد ما تقوله.',
  meaning: (share) => `المعنى ${formatPercent('ar', share)}`,
  shared: (share) => `الكلمات نفسها ${formatPercent('ar', share)}`,
  differ: 'بينهما اختلاف',

  stale: 'قديم؟',
  staleHint: 'يقول مدخل أحدث غير ذلك، أو لم يتغير منذ سنة.',
  contradicted: 'يقول مدخل أحدث غير ذلك',
  old: 'لم يتغير منذ سنة',

  tags: 'وسوم مقترحة',
  tagsHint: 'مدخلات بلا وسوم، ووسوم ما يشبهها. تُحفظ على هذا الجهاز ولا يُمس نظام الدعم.',
  addTag: (tag, title) => `أضف الوسم ${tag} إلى ${title}`,

  use: 'ما يفيد',
  useHint: 'كم مرة أُدرج في رد أو فُتح للقراءة أو رُفض.',
  inserted: (value) => `أُدرج ${count(value)}×`,
  opened: (value) => `فُتح ${count(value)}×`,
  dismissed: (value) => `رُفض ${count(value)}×`,
};
