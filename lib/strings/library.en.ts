/** Text of the library page. */
export const libraryEn = {
  title: 'Deskside',
};

/** Keys every language must carry. */
export type LibraryStrings = typeof libraryEn;
