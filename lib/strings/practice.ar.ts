import type { PracticeStrings } from './practice.en';

/** Text of the practice page, Arabic. */
export const practiceAr: PracticeStrings = {
  title: 'Deskside',
};
