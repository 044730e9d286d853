import { describe, expect, it } from 'vitest';
import { readQuestions, wordsCovered } from './open-questions';
import { textTools } from './testing';

const read = (text: string) => readQuestions(text, textTools).map((one) => one.text);

describe('readQuestions', () => {
  it.each<[string, string[]]>([
    ['Hi! How are you? Where is my parcel? It was due Monday.', ['Where is my parcel?']],
    [
      'can I change the address\nand how long does the refund take',
      ['can I change the address', 'and how long does the refund take'],
    ],
    ['Please let me know when the lamp is back. Thanks!', ['Please let me know when the lamp is back.']],
    ['Can you help me please? The door sticks.', []],
    [
      'Wann kommt das Paket? Ich wüsste gern, ob ich zahlen muss.',
      ['Wann kommt das Paket?', 'Ich wüsste gern, ob ich zahlen muss.'],
    ],
    ['¿Puedo cambiar la dirección?', ['¿Puedo cambiar la dirección?']],
    ['متى تصل الشحنة الجديدة؟', ['متى تصل الشحنة الجديدة؟']],
    ['Is the blue one in stock? Is the blue one in stock?', ['Is the blue one in stock?']],
    ['> Where is my parcel?\nThank you', []],
    ['That works.', []],
    ['Really?', []],
  ])('of "%s"', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('wordsCovered', () => {
  it('is the share of telling words', () => {
    const question = { text: 'How long does the refund to my card take?' };
    expect(wordsCovered(question, 'A refund reaches the card in days, however long it is.', textTools)).toBeCloseTo(
      0.75,
    );
    expect(wordsCovered({ text: 'When?' }, 'When', textTools)).toBeNull();
  });
});
