import { describe, expect, it } from 'vitest';
import { detectLanguage, isSureLanguage } from './language';

const inside = (code: string) => () => ({ code, confidence: 1 });

describe('detectLanguage', () => {
  it.each([
    ['en', 'where is my order'],
    ['en', 'cant login'],
    ['en', 'refund pls'],
    ['de', 'Wo ist meine Bestellung geblieben?'],
    ['es', 'Hola, ¿dónde está mi pedido?'],
    ['fr', 'Bonjour, je n’ai toujours pas reçu ma commande'],
    ['pt', 'Olá, ainda não recebi o meu pedido'],
    ['ar', 'مرحبا، متى يصل طلبي؟'],
    ['nl', 'Mijn fiets is nog steeds niet geleverd'],
  ])('reads %s in "%s"', (code, text) => {
    expect(detectLanguage(text).code).toBe(code);
  });

  it('says that it does not know when there are no letters', () => {
    expect(detectLanguage('12345 !!! 👍')).toEqual({ code: 'und', confidence: 0 });
  });

  it('lets the conversation decide about a short unclear message', () => {
    expect(detectLanguage('ok 123', inside('de')).code).toBe('de');
    expect(detectLanguage('42', inside('ar')).code).toBe('ar');
    expect(detectLanguage('Wo bleibt meine Bestellung?', inside('en')).code).toBe('de');
  });

  it('asks for the conversation only when the message is short', () => {
    const asked: string[] = [];
    detectLanguage('Where is the parcel that you sent me last Monday?', () => void asked.push('asked'));
    expect(asked).toEqual([]);
    detectLanguage('ok', () => void asked.push('asked'));
    expect(asked).toEqual(['asked']);
  });

  it.each([
    [true, 'Bonjour, je n’ai toujours pas reçu ma commande'],
    [true, 'لم تصلني فلوسي بعد ما رجعت المنتج'],
    [true, 'The page says "Fehler" when I sign in, please help me'],
    [false, 'ok'],
    [false, '48213-B'],
    [false, 'Where is my order? It should be here by now.\nWo bleibt denn meine Bestellung, bitte?'],
  ])('is sure: %s, of "%s"', (isSure, text) => {
    expect(isSureLanguage(detectLanguage(text))).toBe(isSure);
  });

  it('does not take addresses and links for language', () => {
    expect(detectLanguage('see https://example.com/wo-ist-meine-bestellung please help').code).toBe('en');
  });
});
