import type { KeptStrings } from './kept.en';
import { plural } from './language';

/** Text of the panel about what would be kept of a ticket, Arabic. */
export const keptAr: KeptStrings = {
  show: 'ما الذي سيُحفظ من هذه التذكرة؟',
  hide: 'إخفاء ما سيُحفظ',
  heading: 'قبل حفظ هذه التذكرة',
  none: 'لم توجد فيها بيانات شخصية.',
  open: 'لا يُحفظ شيء حتى تجيب؛ وقد يُحسب سؤال بلا جواب على هذا النحو.',
  reading: 'جارٍ البحث…',
  count: (value: number) =>
    plural('ar', value, {
      zero: 'لا يُزال شيء',
      one: 'يُزال جزء واحد',
      two: 'يُزال جزآن',
      few: 'تُزال # أجزاء',
      many: 'يُزال # جزءًا',
      other: 'يُزال # جزء',
    }),
  parts: { subject: 'الموضوع', question: 'السؤال', reply: 'الجواب' },
  kinds: {
    email: 'بريد إلكتروني',
    phone: 'رقم هاتف',
    credit_card: 'رقم بطاقة',
    iban: 'رقم آيبان',
    bank_account: 'حساب بنكي',
    national_id: 'رقم هوية',
    tax_id: 'رقم ضريبي',
    ip: 'عنوان IP',
    device_id: 'رقم جهاز',
    date_of_birth: 'تاريخ ميلاد',
    link: 'رابط شخصي',
    secret: 'كلمة مرور أو مفتاح',
    address: 'عنوان بريدي',
    name: 'اسم',
  },
  takenOut: (kind: string) => `أُزيل: ${kind}`,
};
