/** Text of the practice page. */
export const practiceEn = {
  title: 'Deskside',
};

/** Keys every language must carry. */
export type PracticeStrings = typeof practiceEn;
