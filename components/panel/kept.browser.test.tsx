import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail, type Stage, stagePanel, ticketOf } from '../../tests/support/panel-fakes';

let stage: Stage;
afterEach(() => stage?.panel.unmount());

const text = () => stage.root.textContent ?? '';
const button = (name: string | RegExp) => page.elementLocator(stage.root).getByRole('button', { name });
const ask = () => userEvent.click(button('What would be kept of this ticket?'));
const open = (message: string, prepare: NonNullable<Parameters<typeof stagePanel>[0]> = () => {}) => {
  stage = stagePanel((prepared) => {
    prepared.page.set({ state: 'ticket', ticket: ticketOf([message]) });
    prepare(prepared);
  });
};

describe('what would be kept of a ticket', () => {
  it('is asked for only when the agent wants to see it, and marks what would go', async () => {
    open('Write to ana@mail.example please');
    await expect.element(button('What would be kept of this ticket?')).toHaveAttribute('aria-expanded', 'false');
    expect(stage.engine.calls).not.toContain('preview');
    await ask();
    await expect.poll(text).toContain('1 piece is taken out');
    const [removed] = stage.root.querySelectorAll('del');
    expect(removed?.textContent).toBe('ana@mail.example');
    expect(removed?.title).toBe('taken out: e-mail address');
    expect(text()).toContain('Write to ana@mail.example e-mail address please');
    await expect.element(button('Hide what would be kept')).toHaveAttribute('aria-expanded', 'true');
    document.documentElement.lang = 'en';
    document.title = 'A ticket';
    expect((await axe.run(stage.shadow.host)).violations).toEqual([]);
    await userEvent.click(button('Hide what would be kept'));
    await expect.poll(() => stage.root.querySelector('del')?.checkVisibility()).toBe(false);
  });

  it('says when there is nothing to take out', async () => {
    open('Where is my parcel?');
    await ask();
    await expect.poll(text).toContain('No personal data was found in it.');
  });

  it('closes when the customer writes again, and shows then what they wrote', async () => {
    open('Write to ana@mail.example please');
    await ask();
    await expect.poll(text).toContain('1 piece is taken out');
    stage.page.set({ state: 'ticket', ticket: ticketOf(['Write to ana@mail.example please', 'Anything new?']) });
    await expect.element(button('What would be kept of this ticket?')).toBeVisible();
    await ask();
    await expect.poll(text).toContain('No personal data was found in it.');
  });

  it('says why it cannot be shown', async () => {
    open('Hello there');
    await expect.element(button('What would be kept of this ticket?')).toBeVisible();
    stage.engine.previewRedaction = async () => fail('engine-error', 'The engine stopped.');
    await ask();
    await expect.poll(text).toContain('The engine stopped.');
  });

  it('is not offered to an agent who keeps no tickets and wants no similar ones', async () => {
    open('Hello there', ({ settings }) => {
      const now = settings.get();
      settings.set({ ...now, rememberTickets: false, kinds: { ...now.kinds, 'similar-ticket': false } });
    });
    await expect.poll(text).toContain('Reply draft');
    expect(text()).not.toContain('What would be kept');
  });

  it.each([
    ['dark', 'en'],
    ['light', 'ar'],
  ] as const)('is readable in %s, %s', async (theme, language) => {
    open('Write to ana@mail.example please', ({ settings }) => settings.set({ ...settings.get(), theme, language }));
    const label = language === 'ar' ? 'ما الذي سيُحفظ من هذه التذكرة؟' : 'What would be kept of this ticket?';
    await userEvent.click(button(label));
    await expect.poll(() => stage.root.querySelectorAll('del').length).toBe(1);
    document.documentElement.lang = 'en';
    document.title = 'A ticket';
    expect((await axe.run(stage.shadow.host)).violations).toEqual([]);
  });
});
