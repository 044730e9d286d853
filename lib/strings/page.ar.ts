import { formatNumber, plural } from './language';
import type { PageStrings } from './page.en';
import { policyAr } from './policy.ar';

const count = (value: number) => formatNumber('ar', value);
const forms = {
  articles: {
    zero: 'لا مقالات',
    one: 'مقالة واحدة',
    two: 'مقالتان',
    few: '# مقالات',
    many: '# مقالة',
    other: '# مقالة',
  },
  macros: {
    zero: 'لا ردود جاهزة',
    one: 'رد جاهز واحد',
    two: 'ردان جاهزان',
    few: '# ردود جاهزة',
    many: '# ردًا جاهزًا',
    other: '# رد جاهز',
  },
  playbooks: {
    zero: 'لا أدلة إجراءات',
    one: 'دليل إجراءات واحد',
    two: 'دليلا إجراءات',
    few: '# أدلة إجراءات',
    many: '# دليل إجراءات',
    other: '# دليل إجراءات',
  },
  passages: {
    zero: 'لا مقاطع',
    one: 'مقطع واحد',
    two: 'مقطعان',
    few: '# مقاطع',
    many: '# مقطعًا',
    other: '# مقطع',
  },
  pastTickets: {
    zero: 'لا تذاكر سابقة',
    one: 'تذكرة سابقة واحدة',
    two: 'تذكرتان سابقتان',
    few: '# تذاكر سابقة',
    many: '# تذكرة سابقة',
    other: '# تذكرة سابقة',
  },
  problems: {
    zero: 'لا مشكلات',
    one: 'مشكلة واحدة',
    two: 'مشكلتان',
    few: '# مشكلات',
    many: '# مشكلة',
    other: '# مشكلة',
  },
};

/** Text that the popup, the library and the practice page share, Arabic. */
export const pageAr: PageStrings = {
  onDevice: 'لا شيء يغادر هذا المتصفح',
  loading: 'جارٍ التحميل',
  toastRegion: 'رسائل Deskside',
  toastClose: 'إغلاق الرسالة',
  cancel: 'إلغاء',
  retry: 'حاول مجددًا',
  failed: 'تعذّر على Deskside الإجابة',
  failedReload: 'جرى تحديث Deskside. أعد تحميل هذه الصفحة للمتابعة.',
  notStored: 'رفض المتصفح حفظ الإعداد.',

  source: {
    file: (name) => `ملف: ${name}`,
    practice: 'بيانات التدريب',
  },
  counts: {
    articles: (value) => plural('ar', value, forms.articles),
    macros: (value) => plural('ar', value, forms.macros),
    playbooks: (value) => plural('ar', value, forms.playbooks),
    passages: (value) => plural('ar', value, forms.passages),
    pastTickets: (value) => plural('ar', value, forms.pastTickets),
    problems: (value) => plural('ar', value, forms.problems),
  },
  policy: policyAr,
  sites: {
    type: 'نوع نظام الدعم',
    auto: 'يُتعرف عليه تلقائيا',
    generic: 'ترميز قياسي',
    taught: 'كما علّمته',
    remove: 'إزالة',
    removeNamed: (host) => `إزالة ${host}`,
    removeTitle: (host) => `هل تريد إزالة ${host}؟`,
    removeText: 'لن يعمل Deskside هناك بعد الآن، ويسحب المتصفح إذنه.',
    removeTaughtText: 'لن يعمل Deskside هناك بعد الآن، وينسى ما علّمته. صدّره أولا إن أردت الاحتفاظ به.',
  },
  importing: {
    start: 'استيراد',
    refresh: 'تحديث',
    resume: 'متابعة',
    cancel: 'إلغاء الاستيراد',
    progressOf: (host) => `الاستيراد من ${host}`,
    progress: (done, total) => (total === null ? `قُرئ ${count(done)}` : `قُرئ ${count(done)} من ${count(total)}`),
    noTab: 'افتح تذكرة من نظام الدعم لديك في تبويب لاستيراد مقالاته وردوده الجاهزة.',
    tabGone: 'لم يستجب تبويب نظام الدعم. أعد تحميله ثم حاول مجددًا.',
    status: {
      running: 'قيد الاستيراد',
      paused: 'متوقف مؤقتًا',
      cancelled: 'أُلغي',
      failed: 'فشل',
      done: 'محدّث',
    },
  },
};
