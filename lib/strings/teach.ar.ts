import { plural } from './language';
import type { TeachStrings } from './teach.en';

const messages = { one: 'رسالة واحدة', two: 'رسالتين', few: '# رسائل', many: '# رسالة', other: '# رسالة' };

/** Text of the overlay in which an agent teaches Deskside a page, Arabic. */
export const teachAr: TeachStrings = {
  title: 'علّم Deskside هذه الصفحة',
  keys: 'انقر عليه، أو تنقل بمفاتيح الأسهم ثم اضغط Enter. مفتاح Escape للخروج.',
  optional: 'اختياري',
  again: 'أشر من جديد',
  steps: {
    customer: { name: 'رسالة من العميل', prompt: 'أشر إلى كلمات رسالة كتبها العميل.' },
    agent: { name: 'رسالة من موظف', prompt: 'أشر إلى كلمات رد أرسله موظف.' },
    author: { name: 'اسم كاتب', prompt: 'أشر إلى اسم من كتب إحدى الرسائل.' },
    editor: { name: 'مربع الرد', prompt: 'أشر إلى المربع الذي تكتب فيه الردود. يجب أن يكون مفتوحا.' },
    switch: {
      name: 'رد أم ملاحظة',
      prompt: 'هل يكتب هذا المربع ملاحظات داخلية أيضا؟ إذن حوّله الآن إلى ملاحظة كما تفعل دائما.',
    },
    note: { name: 'ملاحظة داخلية', prompt: 'أشر إلى ملاحظة داخلية حتى لا تُعد رسالة أبدا.' },
    subject: { name: 'الموضوع', prompt: 'أشر إلى موضوع التذكرة.' },
  },
  switchKeys: 'الصفحة لك في هذه الخطوة. لا يضغط Deskside شيئا.',
  isNote: 'صار الآن يكتب ملاحظة',
  switchAgain: 'من جديد',
  skip: { switch: 'لا يكتب ملاحظات أبدا', note: 'لا ملاحظة هنا', subject: 'لا موضوع هنا' },
  read: (count) => `يقرأ Deskside هنا ${plural('ar', count, messages)}.`,
  oneSided: 'لم يجد عميلا وموظفا معا. أشر إلى الرسالتين من جديد.',
  unknown: (count) => `لا يعرف من كتب ${plural('ar', count, messages)} أخرى، فيتركها.`,
  messages: 'ما يقرؤه Deskside',
  roles: { customer: 'عميل', agent: 'موظف', note: 'ملاحظة', bot: 'روبوت', system: 'النظام' },
  newestFirst: 'أحدث رسالة في الأعلى',
  correct: 'هل من خطأ؟ أشر إلى ذلك الجزء من جديد أعلاه. وإن كان كل شيء صحيحا فسيقرأ Deskside كل تذكرة هنا هكذا.',
  failures: {
    'no-address': 'عنوان هذه الصفحة لا يدل على تذكرة. افتح تذكرة واحدة أولًا.',
    'no-list': 'الرسالتان ليستا في قائمة واحدة. أشر إلى رسالتين من محادثة واحدة.',
    'no-difference': 'لا تميّز هذه الصفحة بين رسائل العملاء ورسائل الموظفين.',
    'no-editor': 'ما أشرت إليه ليس محررًا. افتح مربع الرد وأشر إليه.',
    'no-switch': 'لم يتغير شيء في الصفحة. حوّل المربع إلى ملاحظة أولًا ثم اضغط هنا.',
  },
  save: 'احفظ لهذا العنوان',
  cancel: 'إلغاء',
};
