import type { PolicyStrings } from './policy.en';

/** Text about what the agent's organisation has set, in Arabic. */
export const policyAr: PolicyStrings = {
  heading: 'حددته مؤسستك',
  locked: 'حددته مؤسستك: لا يغيّره إلا قسم تقنية المعلومات لديكم.',
  intro: 'حددت مؤسستك جزءًا من إعدادات Deskside في هذا المتصفح. ما عليه علامة القفل لا يغيّره إلا قسم تقنية المعلومات.',
  badValue: (part: string) =>
    `تذكر سياسة مؤسستك قيمة غير صالحة لـ «${part}». تم تجاهلها، يُرجى إبلاغ قسم تقنية المعلومات.`,
  unknown: (part: string) =>
    `تذكر سياسة مؤسستك «${part}» وهو أمر لا يعرفه Deskside. تم تجاهله، يُرجى إبلاغ قسم تقنية المعلومات.`,
  siteBlocked: (host: string) => `لا تسمح مؤسستك باستخدام Deskside على ${host}.`,
  deskOff: 'أوقفته مؤسستك',
  noFiles: 'لا تسمح مؤسستك بالمعرفة من الملفات والنصوص الملصقة.',
  noHelpdesk: 'لا تسمح مؤسستك بالمعرفة من مقالات مركز المساعدة وردوده الجاهزة.',
};
