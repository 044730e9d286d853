import type { AuditFault } from '../core/audit';
import type { AuditStrings } from './audit.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('ar', value);
const rows = (value: number) =>
  plural('ar', value, {
    zero: 'لا سطور',
    one: 'سطر واحد',
    two: 'سطران',
    few: '# سطور',
    many: '# سطرًا',
    other: '# سطر',
  });

/** Text of the library page about the log of what was shown and done, Arabic. */
export const auditAr: AuditStrings = {
  heading: 'سجل ما عُرض وما جرى',
  intro:
    'ما اقترحه Deskside وعلى أي مصادر وبأي ثقة، وأي نموذج قرأ الرسالة، ولماذا صمت، وماذا فعلت بالاقتراح. يبقى على هذا الجهاز. لا يحوي أي نص من التذاكر، وأرقام التذاكر محفوظة كبصمات بمفتاح.',
  keep: 'الاحتفاظ بالسجل',
  keepHint: 'عند إيقافه لا يُكتب شيء سوى أنه أُوقف.',
  keepText: 'حفظ النص الذي أُدرجه أيضًا',
  keepTextHint: 'بعد إزالة ما يمكن التعرّف عليه من أسماء وعناوين وأرقام أشخاص.',
  days: 'مدة حفظ السطور',
  dayChoices: (value) =>
    value === 0
      ? 'بلا حدّ'
      : plural('ar', value, { one: 'يوم واحد', two: 'يومان', few: '# أيام', many: '# يومًا', other: '# يوم' }),
  filters: 'السطور المعروضة',
  kind: 'ما حدث',
  anyKind: 'كل شيء',
  from: 'من',
  to: 'إلى',
  ticket: 'رقم التذكرة',
  ticketHint: 'أو المرجع الظاهر في السطر.',
  list: 'سطور السجل، الأحدث أولًا',
  emptyTitle: 'لا شيء في السجل بعد',
  emptyText: 'افتح تذكرة: ما يُقترح بجانبها يظهر هنا.',
  noneTitle: 'لا سطر مطابق',
  noneText: 'اختر أيامًا أخرى أو تذكرة أخرى.',
  clear: 'عرض كل السطور',
  kinds: {
    shown: 'عُرض اقتراح',
    silent: 'بقي صامتًا',
    inserted: 'أُدرج',
    edited: 'عُدّل ثم أُدرج',
    copied: 'نُسخ',
    dismissed: 'استُبعد',
    opened: 'فُتح',
    alternative: 'طُلبت مسودة أخرى',
    'knowledge-imported': 'استُوردت معرفة',
    'knowledge-changed': 'تغيّرت معرفة',
    'knowledge-removed': 'أُزيلت معرفة',
    'setting-changed': 'تغيّر إعداد',
    'learning-forgotten': 'نُسي ما جرى تعلّمه',
    'learning-imported': 'استُورد ما جرى تعلّمه',
    'data-exported': 'صُدّرت بيانات',
    'data-deleted': 'حُذف كل شيء',
    pruned: 'أُزيلت سطور قديمة',
    'rows-erased': 'حُذفت سطور عميل',
    erased: 'حُذف مع تذكرته',
  },
  row: (seq) => `السطر ${count(seq)}`,
  why: 'السبب',
  ticketRef: (reference) => `التذكرة ${reference}`,
  confidence: (share, least) =>
    least === undefined
      ? `الثقة ${formatPercent('ar', share)}.`
      : `الثقة ${formatPercent('ar', share)}، ويُعرض ابتداءً من ${formatPercent('ar', least)}.`,
  notEnough: (share, least) =>
    least === undefined
      ? `أعلى ثقة ${formatPercent('ar', share)}.`
      : `أعلى ثقة ${formatPercent('ar', share)}، وكان اللازم ${formatPercent('ar', least)}.`,
  byRule: 'تحدد قاعدةٌ متى يحين وقته.',
  sources: 'يستند إلى',
  model: 'قرأه',
  noModel: 'لم يقرأ أي نموذج الرسالة: قورنت الكلمات وحدها.',
  style: (name) => `الأسلوب: ${name}`,
  subject: (name) => `بشأن: ${name}`,
  value: (value) => `القيمة الجديدة: ${value}`,
  amount: (value) => `العدد: ${count(value)}`,
  upTo: (seq) => `أُزيلت السطور حتى ${count(seq)}، وتتابع السلسلة من آخرها.`,
  text: 'ما أُدرج',
  proof: 'هل السجل سليم؟',
  proofIntro:
    'يحمل كل سطر بصمة لنفسه وللسطر الذي قبله. من يغيّر سطرًا أو يزيله أو يضيفه أو ينقله يكسر السلسلة، ويسمّي الفحص أول سطر مكسور. قد يستطيع من يملك هذا الجهاز والمهارة الكافية إعادة كتابة السلسلة كلها. لمنع ذلك دوّن البصمة أدناه في مكان آخر، عند قسم تقنية المعلومات مثلًا: السجل المعاد كتابته لا يحويها.',
  hash: 'بصمة السطر الأخير',
  noHash: 'لا سطر بعد.',
  copy: 'نسخ البصمة',
  copied: 'نُسخت البصمة.',
  notCopied: 'لم يسمح المتصفح بالنسخ.',
  noted: 'بصمة دُوّنت سابقًا',
  notedHint: 'اختياري: 64 رقمًا وحرفًا من a إلى f.',
  notedWrong: 'ليست هذه بصمة: تتكوّن من 64 رقمًا وحرفًا من a إلى f.',
  verify: 'فحص السجل',
  verifyFile: 'فحص ملف مُصدَّر',
  verifying: 'يُفحص كل سطر',
  cancel: 'إلغاء',
  cancelled: 'أُلغي الفحص.',
  whole: (value) => `فُحص: ${rows(value)}. السلسلة سليمة.`,
  broken: (seq, fault) => `مكسورة عند السطر ${count(seq)}: ${faults[fault]}`,
  breaks: (value) =>
    plural('ar', value, {
      one: 'موضع واحد مكسور.',
      two: 'موضعان مكسوران.',
      few: '# مواضع مكسورة.',
      many: '# موضعًا مكسورًا.',
      other: '# موضع مكسور.',
    }),
  span: (from, to) => `من ${from} إلى ${to}.`,
  notedFound: (seq) =>
    seq === 0
      ? 'البصمة المدوّنة هي بصمة سجل فارغ.'
      : `البصمة المدوّنة هي بصمة السطر ${count(seq)}: لم يتغيّر شيء حتى هناك منذ تدوينها.`,
  notedGone: 'لا سطر له البصمة المدوّنة: إما أُعيدت كتابة السجل، أو كان السطر من القديم الذي أُزيل بعدها.',
  fileResult: (name) => `الملف ${name}:`,
  failures: {
    'not-a-log': 'ليس هذا سجلًا صدّره Deskside كسطور JSON.',
    'newer-version': 'كتب الملفَّ إصدارٌ أحدث من Deskside.',
    unreadable: 'لم يستطع المتصفح قراءة الملف.',
  },
  exports: 'خذ السجل معك',
  exportsHint: 'يمكن فحص سطور JSON لاحقًا، والجدول لبرامج الجداول.',
  exportLines: 'تصدير كسطور JSON',
  exportTable: 'تصدير كجدول (CSV)',
  exporting: 'يُكتب الملف',
  exported: 'تم التصدير. انظر في التنزيلات.',
};

const faults: Record<AuditFault, string> = {
  altered: 'ليس السطر كما كُتب.',
  missing: 'سطور قبله مفقودة.',
  order: 'هو في غير مكانه.',
  link: 'لا يتابع من السطر الذي قبله.',
  start: 'سطور في البداية مفقودة.',
  end: 'سطور بعده مفقودة.',
  head: 'ليست نهاية السجل هي المحفوظة.',
  unreadable: 'لا يمكن قراءة السطر.',
};
