import { plural } from './language';
import type { PrivacyStrings } from './privacy.en';

const entries = (value: number) =>
  plural('ar', value, {
    zero: 'لا شيء',
    one: 'عنصر واحد',
    two: 'عنصران',
    few: '# عناصر',
    many: '# عنصرًا',
    other: '# عنصر',
  });

/** Arabic text of the library page about what is kept of customers. */
export const privacyAr: PrivacyStrings = {
  heading: 'الخصوصية',
  intro:
    'ما الذي يحفظه Deskside وأين وإلى متى، وكيف تطّلع عليه وتأخذه معك وتحذفه. لقائد الفريق ومن يتولى حماية البيانات.',
  print: 'اطبع هذه الصفحة',
  facts: 'كيف يعمل',
  factList: [
    'كل شيء يبقى في هذا المتصفح على هذا الحاسوب. ليس لـ Deskside خادم، وسياسة أمان المحتوى فيه لا تسمح لأي من صفحاته بالوصول إلى مضيف آخر.',
    'تُقرأ المحادثة ما دامت تذكرتها مفتوحة ثم تزول من الذاكرة. لا تُحفظ التذاكر السابقة إلا إذا كان «تذكّر التذاكر التي أراها» مفعّلًا، وبعد إزالة البيانات الشخصية قبل كتابة أي شيء.',
    'ما يُزال تجده قواعد لا إنسان: تعرضه اللوحة لكل تذكرة، وقد يفلت اسم أحيانًا.',
    'من المسؤول وعلى أي أساس قانوني يحفظ فريقك ما هو مذكور هنا أمر يقرره فريقك؛ لا رأي لـ Deskside فيه.',
  ],
  remembering: (isOn: boolean) =>
    isOn ? 'تذكّر التذاكر السابقة مفعّل.' : 'تذكّر التذاكر السابقة متوقف: لا تُضاف أي تذكرة.',
  table: 'ما يُحفظ على هذا الجهاز',
  columns: { what: 'ماذا', holds: 'ما فيه', where: 'أين', count: 'كم', oldest: 'الأقدم', keep: 'إلى متى' },
  database: 'قاعدة بيانات هذه الإضافة',
  kinds: {
    pastTickets: { name: 'التذاكر السابقة', holds: 'الموضوع والسؤال والجواب بعد إزالة البيانات الشخصية؛ ورقم التذكرة' },
    choices: { name: 'ما اخترته', holds: 'أي اقتراح استُخدم لأي نوع من الطلبات؛ بلا نص' },
    gaps: { name: 'أسئلة بلا جواب', holds: 'السؤال بعد إزالة البيانات الشخصية؛ وتذاكره كبصمات' },
    importReports: { name: 'تقارير الاستيراد', holds: 'عناوين وأسطر لم تُقرأ عند الاستيراد' },
    audit: {
      name: 'السجل',
      holds: 'ما اقتُرح وما فُعل ومتى؛ التذاكر كبصمات بمفتاح، والنص فقط حيث اخترت حفظه',
    },
    articles: { name: 'المقالات', holds: 'مركز المساعدة كما استُورد' },
    macros: { name: 'الردود الجاهزة', holds: 'ردودك الجاهزة كما استُوردت' },
    playbooks: { name: 'أدلة الخطوات', holds: 'الخطوات التي كتبتها أو استوردتها' },
    examples: { name: 'أمثلة مقاصدكم', holds: 'رسائل كتبتها أو استوردتها كأمثلة' },
  },
  untilDeleted: 'إلى أن تحذفه',
  keepFor: (what: string) => `إلى متى: ${what}`,
  days: (value: number) =>
    plural('ar', value, {
      zero: '# يوم',
      one: 'يوم واحد',
      two: 'يومان',
      few: '# أيام',
      many: '# يومًا',
      other: '# يوم',
    }),
  never: 'بلا حد',
  tidied: (time: string, removed: number) => `آخر تنظيف ${time}: حُذف ${entries(removed)}.`,
  tidiedNever: 'لم يُنظَّف بعد؛ يحدث عند بدء المتصفح ومرة في اليوم.',
  tidyNow: 'احذف القديم الآن',
  tidyDone: (removed: number) => `حُذف ${entries(removed)}.`,
  person: 'حذف ما يرتبط بعميل',
  personText:
    'لا يحفظ Deskside أسماء العملاء ولا عناوينهم عن قصد، فرقم التذكرة يجد الأكثر؛ والاسم أو البريد يجد ما أفلت. افصل بين عدة قيم بفواصل.',
  personLabel: 'أرقام تذاكر أو عناوين بريد أو أسماء',
  find: 'بحث',
  found: 'وُجد',
  nothing: 'لا شيء مما هو محفوظ يرتبط بهذا.',
  linked: {
    pastTickets: (value: number) =>
      plural('ar', value, {
        zero: 'لا تذاكر سابقة',
        one: 'تذكرة سابقة واحدة',
        two: 'تذكرتان سابقتان',
        few: '# تذاكر سابقة',
        many: '# تذكرة سابقة',
        other: '# تذكرة سابقة',
      }),
    choices: (value: number) =>
      plural('ar', value, {
        zero: 'لا اختيارات',
        one: 'اختيار واحد',
        two: 'اختياران',
        few: '# اختيارات',
        many: '# اختيارًا',
        other: '# اختيار',
      }),
    gaps: (value: number) =>
      plural('ar', value, {
        zero: 'لا أسئلة',
        one: 'سؤال واحد',
        two: 'سؤالان',
        few: '# أسئلة',
        many: '# سؤالًا',
        other: '# سؤال',
      }),
    examples: (value: number) =>
      plural('ar', value, {
        zero: 'لا أمثلة',
        one: 'مثال مقصد واحد',
        two: 'مثالان',
        few: '# أمثلة',
        many: '# مثالًا',
        other: '# مثال',
      }),
    audit: (value: number) =>
      plural('ar', value, {
        zero: 'لا سطور من السجل',
        one: 'سطر واحد من السجل',
        two: 'سطران من السجل',
        few: '# سطور من السجل',
        many: '# سطرًا من السجل',
        other: '# سطر من السجل',
      }),
    knowledge: (value: number) =>
      plural('ar', value, {
        zero: 'لا نصوص معرفة',
        one: 'نص معرفة واحد',
        two: 'نصّا معرفة',
        few: '# نصوص معرفة',
        many: '# نص معرفة',
        other: '# نص معرفة',
      }),
  },
  knowledgeNote: 'المقالات والردود الجاهزة وأدلة الخطوات نصوص فريقك: غيّرها في مصدرها. لا تُحذف هنا.',
  remove: 'احذف هذه',
  removeTitle: 'حذف ما هو مرتبط؟',
  removeText: 'لا يمكن التراجع عن هذا.',
  removed: (what: string) => `حُذف: ${what}.`,
  everything: 'كل شيء',
  everythingText:
    'يضم الملف كل ما هو محفوظ بصيغتي JSON وCSV مع الإعدادات؛ ويقرأ Deskside ملف deskside.json منه من جديد.',
  export: 'صدّر كل شيء (ZIP)',
  exported: 'تم التصدير. انظر في التنزيلات.',
  deleteAll: 'احذف كل شيء',
  deleteTitle: 'حذف كل شيء؟',
  deleteText:
    'تذهب المعرفة والتذاكر السابقة وما تُعلّم والسجل وكل الإعدادات، ويبقى سطر واحد يخبر بذلك. لا يمكن التراجع عن هذا.',
  deleted: (count: number) => `حُذف كل شيء: ${entries(count)}.`,
  about:
    'ما حفظه Deskside على هذا الجهاز. الملف deskside.json هو الكل ويمكن استيراده من جديد؛ وكل قائمة موجودة أيضًا بصيغتي JSON وCSV (UTF-8). ويضم settings.json الإعدادات.',
};
