import { describe, expect, it } from 'vitest';
import { holdsMore } from './verify';

describe('holdsMore', () => {
  it.each([
    ['the text between what was there', 'HiyouWesendit.bye', 'Hiyoubye', ['Wesendit.']],
    ['one of its two forms', 'Hi1.Charge', 'Hi', ['Charge', '1.Charge']],
    ['quotes the editor rounds', 'Hi“so”on', 'Hi', ['"so"on']],
    ['emoji that became pictures', 'HiDone', 'Hi', ['Done🎉']],
    ['a text that was there before, once more', 'YesYes', 'Yes', ['Yes']],
    ['signs alone', 'Hi👍', 'Hi', ['👍']],
    ['other scripts', 'Hiمرحبا', 'Hi', ['مرحبا']],
  ])('sees %s', (_name, now, before, wanted) => {
    expect(holdsMore(now, before, wanted)).toBe(true);
  });

  it.each([
    ['nothing new', 'Hi', 'Hi', ['Wesendit.']],
    ['half of the text', 'HiWesend', 'Hi', ['Wesendit.']],
    ['a placeholder that went away', '', 'Typehere', ['Wesendit.']],
    ['a text that is as often there as before', 'Yes!', 'Yes', ['Yes']],
    ['signs alone that are not there', 'Hithere', 'Hi', ['👍']],
  ])('is not misled by %s', (_name, now, before, wanted) => {
    expect(holdsMore(now, before, wanted)).toBe(false);
  });
});
