import type { LibraryStrings } from './library.en';

/** Text of the library page, Arabic. */
export const libraryAr: LibraryStrings = {
  title: 'Deskside',
};
