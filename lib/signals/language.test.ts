import { describe, expect, it } from 'vitest';
import { detectLanguage } from './language';

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
    expect(detectLanguage('ok 123', 'de').code).toBe('de');
    expect(detectLanguage('42', 'ar').code).toBe('ar');
  });

  it('does not take addresses and links for language', () => {
    expect(detectLanguage('see https://example.com/wo-ist-meine-bestellung please help').code).toBe('en');
  });
});
