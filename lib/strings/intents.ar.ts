import type { IntentsStrings } from './intents.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('ar', value);
const examples = (value: number) =>
  plural('ar', value, {
    zero: 'لا أمثلة',
    one: 'مثال واحد',
    two: 'مثالان',
    few: '# أمثلة',
    many: '# مثالًا',
    other: '# مثال',
  });

/** Text of the library page about the team's own intents, Arabic. */
export const intentsAr: IntentsStrings = {
  list: 'مطالب الفريق',
  add: 'مطلب جديد',
  import: 'استيراد أمثلة',
  importHint: 'ملف CSV أو JSON فيه العمودان text و intent',
  examples,
  emptyTitle: 'لا مطالب خاصة بفريقك بعد',
  emptyText: 'أعطِ كل مطلب خمس رسائل إلى عشر كما يكتبها العملاء، فيتعلمها Deskside هنا على هذا الجهاز.',
  choose: 'اختر مطلبًا لتعديله هنا.',
  name: 'الاسم',
  nameHint: 'كلمات الاسم تُعد مثالًا أيضًا.',
  editor: 'الأمثلة، واحد في كل سطر',
  save: 'حفظ',
  saved: (name) => `حُفظ «${name}».`,
  unsaved: 'لم يُحفظ بعد',
  needsBoth: 'يحتاج المطلب إلى اسم ومثال واحد على الأقل.',
  merge: 'الدمج في',
  mergeNone: 'اختر مطلبًا',
  mergeDo: 'دمج',
  merged: (from, into) => `دُمج «${from}» في «${into}».`,
  remove: 'حذف المطلب',
  removed: (name) => `حُذف «${name}».`,
  undo: 'تراجع',
  redo: 'إعادة',
  changes: {
    add: 'إضافة أمثلة',
    rename: 'تغيير الاسم',
    merge: 'الدمج',
    remove: 'الحذف',
    examples: 'تعديل الأمثلة',
  },
  undoOf: (change) => `تراجع عن ${change}`,
  redoOf: (change) => `إعادة ${change}`,

  training: {
    heading: 'التعلّم',
    idle: 'لا شيء للتعلّم بعد.',
    reading: 'قراءة الأمثلة',
    training: 'جارٍ التعلّم',
    ready: (seconds) => `اكتمل التعلّم في ${seconds} ث.`,
    readyBefore: 'اكتمل التعلّم.',
    cancelled: 'أُوقف: الإجابات هي التي قبل التعديل.',
    failed: (reason) => `تعذّر التعلّم: ${reason}`,
    cancel: 'إيقاف',
    start: 'تعلّم الآن',
  },
  try: {
    heading: 'جرّب جملة',
    label: 'رسالة كما يكتبها عميل',
    none: 'لا شيء منها',
    sure: (share) => `بثقة ${formatPercent('ar', share)}`,
  },
  warnings: {
    heading: 'يستحق نظرة',
    few: (name, value) => `في «${name}» ${examples(value)} فقط: خمسة أو أكثر تُعلّمه جيدًا.`,
    overlap: (first, second, share) =>
      `يتداخل «${first}» و«${second}»: يُظن ${formatPercent('ar', share)} من أحدهما أنه الآخر. ادمجهما أو وضّح هذه:`,
    overlapPlain: (first, second, share) =>
      `يتداخل «${first}» و«${second}»: يُظن ${formatPercent('ar', share)} من أحدهما أنه الآخر.`,
    duplicate: (text, names) => `«${text}» مكرر: ${names}.`,
    more: (value) => `و${count(value)} غيرها`,
  },
  label: {
    heading: 'صنّف هذه تاليًا',
    intro: 'رسائل من تذاكر سابقة تعلّم أكثر من غيرها.',
    memoryOff: 'فعّل «تذاكر مشابهة» في الإعدادات ليقترح Deskside هنا رسائل من تذاكر سابقة.',
    none: 'لا رسائل سابقة بعد.',
    find: 'اقترح رسائل',
    intent: 'المطلب',
    add: 'إضافة كمثال',
    addAs: (text) => `إضافة كمثال: ${text}`,
    added: (name) => `أُضيفت إلى «${name}».`,
  },
};
