const latin: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};
const arabic: Record<string, string> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي', ـ: '' };

/** Lower case without accents, Arabic letters as they are most often typed: as names stand in the list. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/[ßøłđıæœðþأإآٱىةؤئـ]/g, (letter) => latin[letter] ?? arabic[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'");
}
