import { describe, expect, it } from 'vitest';
import { createPracticeDesk, openTicket } from './practice-desk';
import { sampleArticles } from './sample-articles';
import { sampleMacros } from './sample-macros';
import { sampleTickets } from './sample-tickets';

const texts = (desk: ReturnType<typeof createPracticeDesk>) =>
  openTicket(desk.get())?.messages.map(({ role, text }) => `${role}: ${text}`);

describe('the practice desk', () => {
  it('takes what customer, agent and colleague write, each in its role', () => {
    const desk = createPracticeDesk([{ ...(sampleTickets[1] as (typeof sampleTickets)[number]) }], () => 0);
    desk.customerWrites('  Where is it?  ');
    desk.customerWrites(' \n ');
    desk.agentSends('On its way.');
    desk.setTarget('note');
    desk.agentSends('Ask the carrier');
    expect(texts(desk)).toEqual(['customer: Where is it?', 'agent: On its way.', 'note: Ask the carrier']);
    expect(desk.get().done).toEqual({ customer: true, suggest: false, insert: false });
  });

  it('starts over with the open ticket only, and never uses an id twice', () => {
    const desk = createPracticeDesk(sampleTickets);
    desk.customerWrites('one');
    const before = new Set(openTicket(desk.get())?.messages.map(({ id }) => id));
    desk.open('2042');
    desk.customerWrites('two');
    desk.open('2041');
    desk.startOver();
    expect(texts(desk)).toHaveLength(2);
    expect(openTicket(desk.get())?.messages.some(({ id }) => before.has(id))).toBe(false);
    desk.open('2042');
    expect(texts(desk)).toEqual(['customer: two']);
  });
});

describe('the sample content', () => {
  it('has ids of its own, text, and an Arabic part', () => {
    const ids = [...sampleArticles, ...sampleMacros].map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(16);
    expect(new Set(ids).size).toBe(ids.length);
    expect(sampleArticles.some(({ locale }) => locale === 'ar')).toBe(true);
    expect(sampleTickets.some(({ language }) => language === 'ar')).toBe(true);
    for (const { prepared } of sampleTickets) expect(new Set(prepared).size).toBe(prepared.length);
  });
});
