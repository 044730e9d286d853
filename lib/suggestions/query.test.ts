import { describe, expect, it } from 'vitest';
import type { Role } from '../core/ticket';
import { buildQueries } from './query';
import { makeTicket, textTools } from './testing';

const queries = (lines: [Role, string][], subject?: string) =>
  buildQueries(makeTicket(lines, subject ? { subject } : {}), textTools);

describe('buildQueries', () => {
  it('reads a burst as one turn without greeting and thanks', () => {
    const { texts } = queries([
      ['customer', 'Hi there,'],
      ['customer', 'My parcel from Monday has not come to the door yet.'],
      ['customer', 'Thanks!'],
    ]);
    expect(texts).toEqual(['My parcel from Monday has not come to the door yet.']);
  });

  it('keeps the turn as it is when nothing is dropped, so that its vector is shared', () => {
    const text = 'The yellow lamp blinks twice\nand the motor stops on every hill.';
    expect(queries([['customer', text]]).texts[0]).toBe(text);
  });

  it('reads a short turn together with the one before and the subject', () => {
    const { texts } = queries(
      [
        ['customer', 'The charger shows a red lamp all night.'],
        ['agent', 'Please try another socket.'],
        ['customer', "It still doesn't work"],
      ],
      'Re: Battery question',
    );
    expect(texts[0]).toBe("Battery question\nThe charger shows a red lamp all night.\nIt still doesn't work");
  });

  it('reads back over turns that say little to the one that tells what it is about, and no further', () => {
    const { texts } = queries([
      ['customer', 'Where do I find the invoice of last March for my tax papers?'],
      ['agent', 'Under Billing.'],
      ['customer', 'The charger shows a red lamp all night and the battery stays empty.'],
      ['agent', 'Please try another socket.'],
      ['customer', 'No luck'],
      ['agent', 'And another cable?'],
      ['customer', 'Nope, same thing'],
    ]);
    expect(texts[0]).toBe(
      'The charger shows a red lamp all night and the battery stays empty.\nNo luck\nNope, same thing',
    );
  });

  it.each([
    "It still doesn't work",
    'Geht immer noch nicht',
    'ça ne marche pas encore',
    'Sigue igual',
    'ما زال لا يعمل',
  ])('takes "%s" for no problem of its own', (text) => {
    const problem = 'The charger shows a red lamp all night and the battery stays empty.';
    const lines: [Role, string][] = [
      ['customer', problem],
      ['agent', 'Please try another socket.'],
      ['customer', text],
    ];
    expect(queries(lines).texts[0]).toBe(`${problem}\n${text}`);
  });

  it('joins what the customer wrote before and after a bot, which never answers for an agent', () => {
    const { texts } = queries([
      ['customer', 'The charger shows a red lamp all night and the battery stays empty.'],
      ['bot', 'Thanks! An agent will be with you. What is your order number?'],
      ['customer', 'Order 123456, bought at the shop in Leeds last Tuesday evening'],
    ]);
    expect(texts[0]).toContain('red lamp');
    expect(texts[0]).toContain('123456');
    expect(texts[0]).not.toContain('Thanks');
  });

  it('keeps the turn itself when what came before is long', () => {
    const long = `The lamp on the charger blinks. ${'It went on and on and on for hours that night. '.repeat(60)}`;
    const { texts } = queries([
      ['customer', long],
      ['agent', 'Please try another socket.'],
      ['customer', 'Still blinking, tried both'],
    ]);
    expect(texts[0]).toMatch(/^The lamp on the charger blinks.*Still blinking, tried both$/s);
    expect(texts[0]?.length).toBeLessThanOrEqual(1200);
  });

  it('leaves quoted mail out', () => {
    const { texts } = queries([
      ['customer', 'Where can I download the yearly invoice as file?\nOn Tue, 3 May 2026 Kim wrote:\n> Buy our boots'],
    ]);
    expect(texts[0]).not.toContain('boots');
  });

  it('also asks each of several questions alone', () => {
    const { texts } = queries([
      ['customer', 'Where is the parcel with my red boots? Also how do I change the card that you charge monthly?'],
    ]);
    expect(texts).toHaveLength(3);
    expect(texts[1]).toContain('boots');
    expect(texts[2]).not.toContain('boots');
  });

  it('asks a question that was put twice once', () => {
    const put = 'Where is the parcel with my red boots?';
    const { texts } = queries([['customer', `${put} ${put} How do I change the card that you charge monthly?`]]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('has the whole turn encoded, as the signals read it, unless greetings and thanks are much of it', () => {
    const told = 'The boots that I ordered on Monday came in another colour than the one I had picked in your shop.';
    const mostly = queries([['customer', `Hello there! ${told}`]]);
    expect(mostly).toMatchObject({ texts: [told], encoded: [`Hello there! ${told}`] });
    const thanks = 'Hello there! Thank you so much! Thanks a lot for your help! Many thanks! Thank you! Thanks again!';
    const partly = queries([['customer', `${thanks} ${told}`]]);
    expect(partly).toMatchObject({ texts: [told], encoded: [told] });
  });

  it.each<[string, boolean]>([
    ['Thank you so much!', true],
    ['Hello', false],
    ['👍', false],
    ['', false],
  ])('finds nothing to search for in "%s"', (text, isThanksOnly) => {
    expect(queries([['customer', text]])).toEqual({ texts: [], encoded: [], isThanksOnly });
  });
});
