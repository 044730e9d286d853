import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyStyles } from '../../core/suggestion';
import { readClaims } from '../claims';
import { textTools } from '../testing';
import type { Draft } from './draft';
import { restyleDraft, restyleSentence } from './restyle';

const draftOf = (text: string, language = 'en'): Draft => ({
  ranked: {} as Draft['ranked'],
  text,
  html: `<p>${text}</p>`,
  links: [],
  sourceText: text,
  language,
  parts: textTools.splitSentences(text).map(({ start, end }) => ({
    text: text.slice(start, end),
    source: { kind: 'macro', id: 'm', title: 'm', quote: text.slice(start, end), start, end },
  })),
});

describe('restyleSentence', () => {
  it.each([
    ['In order to cancel, you will need to open Settings!', 'en', 'shorter', 'To cancel, you need to open Settings.'],
    ['Please note that kindly waiting helps.', 'en', 'shorter', 'Waiting helps.'],
    ['Please do not hesitate to contact us.', 'en', 'shorter', undefined],
    ['Thanks, your refund of 20 € is on its way.', 'en', 'shorter', 'Thanks, your refund of 20 € is on its way.'],
    ["We'll send it, and you can't lose it.", 'en', 'longer', 'We will send it, and you cannot lose it.'],
    [
      'However, we will not charge you, and we will help.',
      'en',
      'warmer',
      "That said, we'll not charge you, and we'll help.",
    ],
    [
      "Press \"I can't get a code\", then «I don't know», and don't wait.",
      'en',
      'formal',
      'Press "I can\'t get a code", then «I don\'t know», and do not wait.',
    ],
    [
      "I'm sorry about the delay, thanks for waiting! 🙏",
      'en',
      'formal',
      'I apologise for the delay, thank you for waiting.',
    ],
    ['Das geht klar!', 'de', 'formal', 'Das ist möglich.'],
    ['Zögern Sie nicht, uns zu schreiben.', 'de', 'shorter', undefined],
    ['N’hésitez pas à nous écrire.'.replace('’', "'"), 'fr', 'shorter', undefined],
    ['لا تتردد في الكتابة إلينا.', 'ar', 'shorter', undefined],
    ['Vielen Dank für Ihre Nachricht!', 'de', 'shorter', undefined],
    ['Vielen Dank für Ihre Bestellung FW-12!', 'de', 'shorter', 'Vielen Dank für Ihre Bestellung FW-12.'],
    ['Kiitos viestistä.', 'fi', 'shorter', 'Kiitos viestistä.'],
  ] as const)('"%s" in %s, %s', (sentence, language, style, expected) => {
    expect(restyleSentence(sentence, language, style)).toBe(expected);
  });
});

describe('restyleDraft', () => {
  it('keeps layout and sources, and drops what a short reply does without', () => {
    const draft = draftOf(
      'Thank you for your message.\n\n• Open Settings.\n• In order to save, press OK.\n\nHope this helps!',
    );
    const short = restyleDraft(draft, 'shorter');
    expect(short.text).toBe('• Open Settings.\n• To save, press OK.');
    expect(short.parts.map(({ source }) => source?.quote)).toEqual([
      '• Open Settings.',
      '• In order to save, press OK.',
    ]);
    expect(short.html).toBeUndefined();
  });

  it('never leaves nothing', () => {
    expect(restyleDraft(draftOf('Happy to help!'), 'shorter').text).toBe('Happy to help!');
  });

  it('keeps every number, name, link, amount and negation, whatever the text', () => {
    const words: Record<string, string[]> = {
      en: [
        'in order to',
        'please note that',
        "can't",
        'cannot',
        'we will',
        "we'll",
        'do not',
        "don't hesitate",
        'however',
        'sorry for',
        'thanks for',
        'regarding',
        'never',
        'without',
        'you are able to',
        'OK',
        'ASAP',
      ],
      de: ['zögern Sie nicht', 'nicht', 'keine', 'z. B.', 'bzw.', 'jedoch', 'umgehend', 'Danke für', 'ok', 'ohne'],
      fr: ["n'hésitez pas", 'pas', 'jamais', 'afin de', 'merci', 'cependant', "d'accord", 'sans'],
      es: ['no dude en', 'no', 'nunca', 'vale', 'con el fin de', 'gracias', 'sin', 'requiere'],
      pt: ['não hesite', 'não', 'nunca', 'no entanto', 'obrigado', 'ok', 'sem'],
      ar: ['لا تتردد', 'لا', 'لن', 'بدون', 'في الوقت الحالي', 'الآن', 'شكراً', 'من فضلك'],
    };
    const facts = [
      '20 €',
      '$5.50',
      '3',
      '12:30',
      'Visa',
      'Wi-Fi',
      'FW-2231',
      'https://a.example/x?y=1',
      'help@a.example',
      '٣',
      '100 %',
      '5 EUR',
      '😀',
      '2. ',
    ];
    const ends = ['.', '!', '?', '...', ':', '\n', '.\n\n', '؟'];
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(words)),
        fc.constantFrom(...replyStyles),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 }),
        (language, style, picks) => {
          const at = (list: string[], index: number) => list[index % list.length] ?? '';
          const text = picks
            .map(
              ([a, b, c, d]) =>
                `${at(words[language] ?? [], a)} ${at(facts, b)} ${at(words[language] ?? [], c)}${at(ends, d)}`,
            )
            .join(' ')
            .trim();
          const draft = draftOf(text, language);
          const claims = (value: string) => {
            const { numbers, links, names, negations } = readClaims(value, language);
            return {
              numbers,
              links,
              names: names.filter((name) => /[\d]|^(visa|wi-fi|fw-2231)$/.test(name)),
              negations,
            };
          };
          const before = draft.parts.map((part) => claims(part.text));
          const after = restyleDraft(draft, style);
          const kept = after.parts.map((part) => claims(part.text));
          const dropped = before.filter((one) => !Object.values(one).every((list) => list.length === 0));
          const told = kept.filter((one) => !Object.values(one).every((list) => list.length === 0));
          expect(told).toEqual(dropped);
        },
      ),
      { numRuns: 150 },
    );
  }, 30_000);
});
