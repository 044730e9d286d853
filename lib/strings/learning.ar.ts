import { formatNumber, plural } from './language';
import type { LearningStrings } from './learning.en';

const choices = (value: number) =>
  plural('ar', value, {
    zero: 'لا اختيارات',
    one: 'اختيار واحد',
    two: 'اختياران',
    few: '# اختيارات',
    many: '# اختيارًا',
    other: '# اختيار',
  });
const names = { macro: 'الرد الجاهز', article: 'المقالة', past: 'الرد السابق', playbook: 'دليل الإجراءات' };

/** Text of the library page about what the agent's choices taught, Arabic. */
export const learningAr: LearningStrings = {
  heading: 'ما تعلّمه Deskside منك',
  intro:
    'مما تُدرجه وتعدّله وتستبعده وتكتبه بنفسك. يبقى على هذا الجهاز دون أي نص من التذاكر، ويغيّر ترتيب الاقتراحات لا كلماتها.',
  switch: 'التعلّم من اختياراتي',
  switchHint: 'عند إيقافه لا يُسجَّل شيء ولا يُستخدم ما جرى تعلّمه.',
  counted: (value) => `تعلّمَ من: ${choices(value)}.`,
  latest: (time) => `أحدثها: ${time}.`,
  emptyTitle: 'لم يُتعلَّم شيء بعد',
  emptyText: 'اعمل كعادتك. ما تفضّله مرة بعد مرة يظهر هنا، ويمكنك سحب كل بند منه.',
  nothingClear: 'لا تفضيل واضح بما يكفي لذكره بعد.',
  list: 'التفضيلات المتعلَّمة',
  anyIntent: 'عمومًا',
  forIntent: (intent) => `عند «${intent}»`,
  name: (kind, title) => (title === null ? 'مصدر لم يعد موجودًا' : `${names[kind]} «${title}»`),
  prefers: (when, what, over) => (over === null ? `${when} يعجبك ${what}.` : `${when} تفضّل ${what} على ${over}.`),
  avoids: (when, what) => `${when} تستغني عن ${what}.`,
  kinds: {
    article: { more: 'تفضّل المقالات على الردود الجاهزة.', less: 'تفضّل الردود الجاهزة على المقالات.' },
    past: { more: 'تفضّل الردود السابقة على الردود الجاهزة.', less: 'تفضّل الردود الجاهزة على الردود السابقة.' },
    playbook: { more: 'تفضّل أدلة الإجراءات على الردود الجاهزة.', less: 'تفضّل الردود الجاهزة على أدلة الإجراءات.' },
  },
  traits: {
    length: { more: 'تفضّل الردود الطويلة.', less: 'تفضّل الردود القصيرة.' },
    formality: { more: 'تفضّل الصياغة الرسمية.', less: 'تفضّل الصياغة البسيطة.' },
    language: { more: 'تفضّل المصادر بلغة العميل.', less: 'تأخذ كثيرًا مصادر بلغة غير لغة العميل.' },
  },
  evidence: choices,
  forget: 'نسيان',
  forgetThis: (what) => `نسيان: ${what}`,
  forgotten: 'تم النسيان.',
  forgetHour: 'نسيان الساعة الأخيرة',
  lastHour: (value) => `${formatNumber('ar', value)} في الساعة الأخيرة`,
  forgetAll: 'نسيان كل ما جرى تعلّمه',
  forgetAllTitle: 'نسيان كل ما جرى تعلّمه؟',
  forgetAllText: 'تعود الاقتراحات إلى ترتيبها الأول. تبقى المعرفة والإعدادات. لا يمكن التراجع عن ذلك.',
  export: 'تصدير ما جرى تعلّمه',
  exported: 'تم التصدير. انظر في التنزيلات.',
  import: 'استيراد ما جرى تعلّمه',
  imported: (added, known) =>
    known === 0
      ? `أُضيف: ${choices(added)}.`
      : `أُضيف: ${choices(added)}، وكان موجودًا من قبل: ${formatNumber('ar', known)}.`,
};
