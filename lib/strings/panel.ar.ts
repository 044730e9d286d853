import type { SilenceReason } from '../core/suggestion';
import { keptAr } from './kept.ar';
import { formatNumber, formatPercent, plural } from './language';
import { modelCardAr } from './model-card.ar';
import type { PanelStrings } from './panel.en';

const count = (value: number) => formatNumber('ar', value);
const messages = { one: 'رسالة واحدة', two: 'رسالتين', few: '# رسائل', many: '# رسالة', other: '# رسالة' };
const items = { zero: 'لا شيء', one: 'عنصر واحد', two: 'عنصرين', few: '# عناصر', many: '# عنصرًا', other: '# عنصر' };
const tickets = {
  one: 'تذكرة مشابهة واحدة',
  two: 'تذكرتين مشابهتين',
  few: '# تذاكر مشابهة',
  many: '# تذكرة مشابهة',
  other: '# تذكرة مشابهة',
};
const seconds = { one: 'ثانية واحدة', two: 'ثانيتين', few: '# ثوانٍ', many: '# ثانية', other: '# ثانية' };
const articles = {
  zero: 'لا مقالات',
  one: 'مقالة واحدة',
  two: 'مقالتان',
  few: '# مقالات',
  many: '# مقالة',
  other: '# مقالة',
};
const macros = {
  zero: 'لا ردود جاهزة',
  one: 'رد جاهز واحد',
  two: 'ردان جاهزان',
  few: '# ردود جاهزة',
  many: '# ردًا جاهزًا',
  other: '# رد جاهز',
};

const silence: Record<SilenceReason, string> = {
  'no-open-turn': 'لا توجد رسالة من العميل تنتظر ردًا.',
  'no-knowledge': 'لا يوجد في المكتبة ما يُبنى عليه.',
  'low-confidence': 'لا شيء في المكتبة مناسب بما يكفي ليستحق وقتك.',
  'language-unsupported': 'يكتب العميل بلغة لا تعرفها النماذج.',
  'placeholder-unfilled': 'أفضل نتيجة فيها فراغ لا تملؤه هذه التذكرة.',
  'no-playbook': 'لا يوجد دليل إجراءات يغطي ما يطلبه العميل.',
  'playbook-finished': 'أُنجزت كل خطوات دليل الإجراءات.',
  'no-memory': 'لا توجد بعد على هذا الجهاز تذكرة تشبه هذه.',
  'memory-off': 'تذكّر التذاكر متوقف.',
  resolved: 'يقول العميل إن المشكلة حُلّت.',
  'model-unavailable': 'تعذّر تشغيل النماذج.',
  'too-short': 'الرسالة أقصر من أن يُعرف المطلوب منها.',
  'not-now': 'لا شيء مطلوب بعد الإجابة.',
  failed: 'حدث خطأ أثناء البحث.',
};

/** Text of the panel on the helpdesk page, Arabic. */
export const panelAr: PanelStrings = {
  name: 'Deskside',
  open: 'افتح Deskside',
  collapse: 'إخفاء اللوحة',
  resize: 'عرض اللوحة',
  openLibrary: 'افتح المكتبة',
  onDevice: 'على هذا الجهاز',
  onDeviceWhy: 'تعمل النماذج في هذا المتصفح، ولا يغادره شيء من المحادثة.',

  states: {
    waitingTitle: 'افتح تذكرة',
    waitingText: 'يقرأ Deskside المحادثة فور فتح تذكرة.',
    unsupportedTitle: 'صفحة لا يعرفها Deskside',
    unsupportedText: 'يعمل بجانب التذاكر في Zendesk وFreshdesk.',
    brokenTitle: 'هذا التصميم جديد على Deskside',
    brokenText: 'التذكرة مفتوحة، لكن أجزاء من الصفحة لم تُعرف. لن يخمّن شيئًا حتى تظهر.',
    brokenMissing: 'لم يُعثر على:',
    saveLayout: 'حفظ تقرير التصميم',
    saveLayoutText: 'ملف ببنية هذه الصفحة لمطوري Deskside، بعد إزالة كل النصوص والأسماء والعناوين. لا يُرسل شيء.',
    layoutSaved: 'تم الحفظ. تجده في التنزيلات.',
    loadingTitle: 'جارٍ تشغيل النماذج',
    loadingText: 'يحدث هذا مرة واحدة بعد تشغيل المتصفح. لا يُنزَّل أي شيء.',
    pausedTitle: 'Deskside متوقف مؤقتًا',
    pausedUntil: (time) => `سيعود الساعة ${time}.`,
    pausedText: 'لا يقرأ شيئًا حتى تستأنف.',
    resume: 'استأنف الآن',
    offTitle: 'متوقف على هذا الموقع',
    offText: (host) => `لا يقرأ Deskside شيئًا على ${host}.`,
    turnOn: 'شغّله هنا',
    messageCut: 'هناك رسالة أطول من أن تُقرأ كاملة: لا تُحتسب هنا إلا بدايتها.',
    errorTitle: 'تعذّر على Deskside الإجابة',
    retry: 'حاول مجددًا',
    reloadTitle: 'أعد تحميل هذا التبويب',
    reloadText: 'جرى تحديث Deskside وفقد اتصاله بهذه الصفحة. احفظ مسودتك ثم أعد التحميل.',
    reload: 'إعادة تحميل التبويب',
    reading: 'جارٍ قراءة المحادثة',
    modelFailed: 'تعذّر تشغيل النماذج.',
    refusedTitle: {
      'file-damaged': 'أحد ملفات النماذج تالف',
      'self-test': 'تعطي النماذج هنا نتائج خاطئة',
    },
    refused: {
      'file-damaged': 'لا يشغّله Deskside. أعد تثبيت الإضافة. حتى ذلك الحين يُبحث في المعرفة بالكلمات وحدها.',
      'self-test': 'لا يستخدمها Deskside على هذا الحاسوب. يُبحث في المعرفة بالكلمات وحدها.',
    },
    fallback: 'يعمل بخيط واحد: أعطت الطريقة الأسرع هنا نتائج خاطئة.',
  },

  signals: {
    region: 'ما تقوله المحادثة',
    language: (name) => `اللغة: ${name}`,
    languageUnsure: 'اللغة غير مؤكدة: لا إشارات لهذه الرسالة.',
    unsupported: (name) => `${name} غير مدعومة: لا إشارات ولا اقتراحات لها.`,
    searchOnly: (name) => `${name}: اقتراحات فقط، بلا إشارات بعد.`,
    sentiment: (name) => `الشعور: ${name}`,
    emotion: (name) => `الانفعال: ${name}`,
    urgency: (name) => `الاستعجال: ${name}`,
    intent: (name) => `المطلوب: ${name}`,
    teamIntent: (name) => `مطلب فريقك: ${name}`,
    flag: (name) => `خطر: ${name}`,
    sure: (share) => `مؤكد بنسبة ${formatPercent('ar', share)}`,
    resolved: 'يقول العميل إنها حُلّت',
    trendOver: (total) => `على مدى ${plural('ar', total, messages)}`,
    nothingClear: 'لا إشارات واضحة في هذه الرسالة.',
  },

  reply: {
    heading: 'مسودة رد',
    draft: 'المسودة؛ كل جملة تعرض مصدرها',
    insert: 'إدراج',
    insertEdited: 'إدراج الرد المعدّل',
    edit: 'عدّل أولًا',
    editLabel: 'عدّل الرد قبل إدراجه',
    cancelEdit: 'إلغاء',
    copy: 'نسخ',
    next: 'البديل التالي',
    position: (index, total) => `${count(index)} من ${count(total)}`,
    dismiss: 'تجاهل',
    undo: 'تراجع',
    dismissed: 'جرى تجاهل الرد.',
    inserted: 'أُدرج',
    basedOn: 'استنادًا إلى',
    noSource: 'تحية أو توقيع من إعداداتك',
    ready: 'يوجد رد مقترح.',
    movedOn: 'وصلت رسالة جديدة أثناء التعديل. تأكد أن نصك ما زال يجيب عنها.',
    looking: 'جارٍ البحث عن رد',
    unanswered: 'لم يُجب عنه بعد:',
    otherLanguage: (source, customer) => `لغة المصدر ${source}، والعميل يكتب بلغة ${customer} ولم يوجد شيء بها.`,
    pastUse: (total, solved) => `أُعطي في ${plural('ar', total, tickets)}، حُل منها ${count(solved)}`,
    style: { label: 'صياغة أخرى', shorter: 'أقصر', longer: 'أطول', warmer: 'أدفأ', formal: 'أكثر رسمية' },
  },

  source: {
    macro: 'رد جاهز',
    article: 'مقالة',
    past: 'رد سابق',
    playbook: 'دليل إجراءات',
    message: 'رسالة',
    open: 'افتح المصدر',
  },

  confidence: {
    high: 'تطابق جيد',
    medium: 'تطابق متوسط',
    low: 'تطابق ضعيف',
    meaning: (share) => `الاحتمال المقدّر أن يقبله موظف خبير: ${formatPercent('ar', share)}`,
    percent: (share) => formatPercent('ar', share),
  },

  article: {
    heading: 'مقالات',
    open: 'افتح في تبويب جديد',
    copyLink: 'نسخ الرابط',
    insertLink: 'إدراج الرابط',
    internal: 'داخلي، ليس للعملاء',
    noLink: 'من ملف، بلا رابط',
    dismiss: (title) => `تجاهل ${title}`,
  },

  nextStep: {
    heading: 'الخطوة التالية',
    progress: (done, total) => `أُنجز ${count(done)} من ${count(total)}`,
    current: 'افعل هذا الآن',
    seen: (quote) => `ورد في المحادثة: «${quote}»`,
    byHand: 'علّمتَها بنفسك',
    finished: 'أُنجزت كل الخطوات.',
    say: 'أدرج هذه العبارة',
  },

  routing: {
    heading: 'إلى أين تذهب هذه التذكرة',
    team: (name) => `الفريق: ${name}`,
    macro: (title) => `نموذج الرد: ${title}`,
    of: { team: 'الفريق', priority: 'الأولوية', tags: 'الوسوم', macro: 'نموذج الرد' },
    because: (what, why) => `${what}: ${why}`,
    byPlaybook: (title) => `من دليل «${title}»`,
    byMacro: (title) => `من نموذج الرد «${title}»`,
    bySignal: (label) => `من الرسالة: ${label}`,
    byAnswer: 'يجيب عن الرسالة',
    copyTags: 'انسخ الوسوم',
  },

  similar: {
    heading: 'تذاكر مشابهة',
    ticket: (id) => `التذكرة ${id}`,
    showReply: 'بماذا أُجيب',
    copyReply: 'نسخ الرد',
    noReply: 'لم يُحفظ رد.',
  },

  silent: {
    title: 'يلتزم Deskside الصمت',
    because: (reason) => silence[reason],
    best: (share) => `أفضل تطابق: ${formatPercent('ar', share)}.`,
    without: {
      reply: 'لا رد',
      article: 'لا مقالة',
      'next-step': 'لا خطوة تالية',
      routing: 'لا توجيه',
      'similar-ticket': 'لا تذكرة مشابهة',
      closing: 'لا عبارة ختام',
      'csat-request': 'لا طلب تقييم',
      summary: 'لا ملخص',
      'status-update': 'لا تحديث للحالة',
      'follow-up': 'لا تذكير',
    },
    waiting: 'أنهيت دورك. ينتظر Deskside العميل.',
  },

  after: {
    heading: 'بعد الإجابة',
    insertNote: 'إدراج في ملاحظة داخلية',
    noteClosed: 'هذا لملاحظة داخلية. حوّل المحرر إلى ملاحظة داخلية ثم أدرج.',
    dismiss: (kind) => `تجاهل ${kind}`,
  },

  knowledge: {
    heading: 'أضف معارف فريقك',
    doneHeading: 'معارف فريقك جاهزة',
    text: (helpdesk) => `مقالات وردود جاهزة من ${helpdesk}، تُقرأ بجلستك وتُحفظ في هذا المتصفح فقط.`,
    start: 'استورد المقالات والردود الجاهزة',
    resume: 'استأنف الاستيراد',
    retry: 'حاول مجددًا',
    cancel: 'إلغاء',
    running: 'جارٍ استيراد المعارف',
    progress: (done, total) => (total === null ? `قُرئ ${count(done)}` : `قُرئ ${count(done)} من ${count(total)}`),
    paused: (done) => `توقف بعد ${plural('ar', done, items)}. ما قُرئ محفوظ.`,
    failed: 'توقف الاستيراد.',
    retryIn: (wait) => `يطلب النظام الانتظار. حاول بعد ${plural('ar', wait, seconds)}.`,
    reading: (unread) => `لا يزال Deskside يقرأ ${plural('ar', unread, items)}. حتى ينتهي يُبحث في كلماتها فقط.`,
    done: (articleCount, macroCount) =>
      `جاهز: ${plural('ar', articleCount, articles)} و${plural('ar', macroCount, macros)}.`,
    fromFiles: 'استورد ملفات في المكتبة',
    noApi: (helpdesk) => `لا يوفر ${helpdesk} استيرادًا مباشرًا. الملفات تفي بالغرض.`,
  },

  memory: {
    heading: 'هل يتعلم من التذاكر التي تراها؟',
    text: 'يمكن لـ Deskside حفظ التذاكر السابقة على هذا الجهاز، بلا أسماء ولا أرقام، ليعرض المشابه منها.',
    turnOn: 'تشغيل',
    decline: 'لا، شكرًا',
  },

  kept: keptAr,

  toast: {
    region: 'رسائل من Deskside',
    inserted: 'أُدرج. اقرأه مرة أخرى ثم أرسله.',
    copied: 'نُسخ.',
    clipboard: 'لم يقبل المحرر النص، فهو الآن في الحافظة: ألصقه بنفسك.',
    noteOpen: 'المحرر مضبوط على ملاحظة داخلية. حوّله إلى رد عام ثم أدرج.',
    notInserted: (why) => `لم يُدرج: ${why}`,
    notCopied: 'رفض المتصفح الوصول إلى الحافظة.',
    nothing: 'لا يوجد رد مقترح الآن.',
    stale: 'تقدمت المحادثة. سيصل اقتراح جديد.',
    close: 'إغلاق الرسالة',
    lastAlternative: 'لا يوجد بديل آخر.',
  },
  noteOpen: 'الملاحظة الداخلية مفتوحة: لن يوضع فيها رد موجّه إلى العميل.',

  ghost: {
    available: 'يوجد رد مقترح. اضغط Tab لإدراجه أو Escape لإخفائه في هذه التذكرة.',
    hint: 'Tab للإدراج',
    muted: 'أُخفيت الاقتراحات في المحرر لهذه التذكرة.',
  },

  modelCard: modelCardAr,
};
