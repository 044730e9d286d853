import type { PracticeStrings } from './practice.en';

/** Text of the practice page, Arabic. */
export const practiceAr: PracticeStrings = {
  title: 'مكتب التدريب',
  intro: 'نظام دعم تجريبي داخل الإضافة: جرّب Deskside قبل أن يكتب عميل حقيقي.',
  privacyTitle: 'لقادة فرق الدعم',
  privacyText:
    'يشغّل Deskside نماذجه في هذا المتصفح. لا محادثة ولا مقالة ولا رد يغادره، فلا خادم لدينا تُرسل إليه. ولا يرسل أبدًا رسالة إلى عميل؛ موظفوك يفعلون ذلك.',
  toLibrary: 'افتح المكتبة',

  steps: {
    label: 'ثلاث خطوات للتجربة',
    customer: { title: 'العميل يكتب', text: 'اختر رسالة من «العب دور العميل» أو اكتب رسالتك.' },
    suggest: { title: 'Deskside يقترح', text: 'يظهر الرد والمقالة والخطوة التالية في اللوحة.' },
    insert: { title: 'أنت تُدرج', textBefore: 'اضغط', textBetween: 'أو', textAfter: 'في محرر الرد، ثم أرسل.' },
    done: 'تمت',
  },

  tickets: 'التذاكر',
  conversation: 'المحادثة',
  ticketNumber: (id) => `التذكرة ${id}`,
  waiting: 'تنتظر ردًا',
  answered: 'تم الرد',
  quiet: 'لم يُكتب شيء بعد',
  roles: { customer: 'العميل', agent: 'أنت', note: 'ملاحظة داخلية', bot: 'روبوت', system: 'النظام' },

  customer: {
    heading: 'العب دور العميل',
    writes: (text) => `يكتب العميل: ${text}`,
    own: 'رسالتك بصفتك العميل',
    send: 'أرسل كعميل',
    startOver: 'ابدأ من جديد',
  },
  composer: {
    label: 'الرد على العميل',
    noteLabel: 'ملاحظة داخلية',
    channel: 'إلى أين يذهب النص',
    public: 'رد عام',
    note: 'ملاحظة داخلية',
    placeholder: 'اكتب ردًا…',
    notePlaceholder: 'اكتب ملاحظة يراها الزملاء فقط…',
    bold: 'غامق',
    italic: 'مائل',
    list: 'قائمة',
    tools: 'التنسيق',
    send: 'إرسال الرد',
    sendNote: 'إضافة الملاحظة',
  },

  library: {
    preparing: 'جارٍ تجهيز المكتبة التجريبية',
    ready: 'المكتبة التجريبية لمتجر Larkleaf Tea مستخدمة هنا، منفصلة عن معرفتك.',
    removed: 'أُزيلت بيانات التدريب. الاقتراحات هنا تحتاج إليها.',
    failed: 'تعذّر حفظ المكتبة التجريبية.',
    remove: 'إزالة بيانات التدريب',
    restore: 'إعادة بيانات التدريب',
    removeTitle: 'إزالة بيانات التدريب؟',
    removeText: 'تُزال المقالات والردود الجاهزة ودليل الإجراءات التجريبية من هذا المتصفح. تبقى معرفتك كما هي.',
    removedToast: 'أُزيلت بيانات التدريب.',
  },
  panel: 'لوحة Deskside',
};
