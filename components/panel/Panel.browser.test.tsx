import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { conversationKey, cutMark } from '../../lib/core/ticket';
import { replyOf, type Stage, stagePanel, ticketOf } from '../../tests/support/panel-fakes';

let stage: Stage;
afterEach(() => stage?.panel.unmount());

const text = () => stage.root.textContent ?? '';
const shows = (words: string | RegExp) => expect.poll(text).toMatch(words);
const button = (name: string | RegExp) => page.elementLocator(stage.root).getByRole('button', { name });
const change = (more: Parameters<Stage['settings']['set']>[0] extends infer S ? Partial<S> : never) =>
  stage.settings.set({ ...stage.settings.get(), ...more });

describe('a ticket', () => {
  it('shows what the message tells in words', async () => {
    stage = stagePanel();
    for (const words of [
      'May leave',
      'Late delivery',
      'Refund request',
      'Urgent',
      'Frustrated',
      'Negative',
      'English',
    ]) {
      await shows(words);
    }
  });

  it('shows the intent of the team beside ours, where it is sure', async () => {
    stage = stagePanel(({ engine }) => {
      engine.answers.team = { label: 'مواعيد Larkleaf', confidence: 0.84 };
    });
    await shows('مواعيد Larkleaf (Your team’s intent: مواعيد Larkleaf, 84% sure)');
    await shows('Late delivery');
    stage.panel.unmount();
    stage = stagePanel();
    await shows('Late delivery');
    expect(text()).not.toContain('team’s intent');
  });

  it('says that a message was too long to be read whole', async () => {
    const ticket = ticketOf(['Hi', `${'log '.repeat(30_000)}${cutMark}`]);
    stage = stagePanel(({ page }) => page.set({ state: 'ticket', ticket }));
    await expect.poll(() => stage.root.textContent).toContain('too long to be read whole');
    stage.page.set({ state: 'ticket', ticket: ticketOf([`Short.${cutMark}`], { id: '5' }) });
    await expect.poll(() => stage.root.textContent).not.toContain('too long to be read whole');
  });

  it('reads the whole conversation for the trend, after the open turn', async () => {
    stage = stagePanel(({ page }) => page.set({ state: 'ticket', ticket: ticketOf(['Hi', 'And?', 'Hello?!']) }));
    await shows('Mood is getting worse over 3 messages');
    expect(stage.engine.calls).toEqual(['signals latest 3', 'suggest 3 0', 'signals all 3']);
  });

  it('asks nothing anew while the agent types', async () => {
    stage = stagePanel();
    await shows('Reply draft');
    const calls = stage.engine.calls.length;
    for (const draft of ['H', 'He', 'Hel']) {
      stage.page.set({
        state: 'ticket',
        ticket: ticketOf(['My order FW-20381 is late. I want it now.'], {
          composer: { target: 'public', format: 'rich', draft },
        }),
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(stage.engine.calls).toHaveLength(calls);
  });

  it('never shows a suggestion for another state of the conversation', async () => {
    stage = stagePanel();
    await shows("I'm sorry that your order");
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    stage.engine.answers.wait = (call) => (call === 'suggest' ? answered : Promise.resolve());
    const next = ticketOf(['My order FW-20381 is late. I want it now.', 'It just came!']);
    stage.page.set({ state: 'ticket', ticket: next });
    await expect.poll(text).not.toContain("I'm sorry that your order");
    expect(stage.root.dataset.conversationKey).toBe(conversationKey(next));
    expect(stage.root.dataset.suggestionKey).toBeUndefined();
    await expect.poll(() => stage.root.dataset.signalsKey).toBe(conversationKey(next));
    answer();
    await shows("I'm sorry that your order");
    expect(stage.root.dataset.suggestionKey).toBe(conversationKey(next));
  });

  it('drops what was asked for a ticket that the agent left', async () => {
    const answers: (() => void)[] = [];
    stage = stagePanel(({ engine }) => {
      engine.answers.wait = () => new Promise<void>((resolve) => void answers.push(resolve));
    });
    await expect.poll(() => answers.length).toBe(2);
    stage.page.set({ state: 'waiting' });
    await shows('Open a ticket');
    for (const answer of answers) answer();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(text()).not.toContain('Reply draft');
  });

  it('leaves a performance mark for what was painted', async () => {
    performance.clearMarks();
    stage = stagePanel();
    const marks = (name: string) => performance.getEntriesByName(name) as PerformanceMark[];
    await expect.poll(() => marks('deskside:signals-painted')).toHaveLength(1);
    await expect.poll(() => marks('deskside:suggestion-painted')).toHaveLength(1);
    expect(marks('deskside:suggestion-painted')[0]?.detail).toEqual({ key: stage.root.dataset.conversationKey });
  });

  it('marks the best passage and links the article safely', async () => {
    stage = stagePanel();
    await expect.poll(() => stage.root.querySelector('mark')?.textContent).toMatch(/^If a parcel.*free of charge\.$/);
    const link = stage.root.querySelector<HTMLAnchorElement>('article a');
    expect(link?.target).toBe('_blank');
    expect(link?.rel).toBe('noreferrer');
  });

  it('takes hostile text as text', async () => {
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    stage = stagePanel(({ engine }) => {
      engine.answers.items = () => [
        replyOf({
          text: hostile,
          sentences: [{ text: hostile, source: 0 }],
          sources: [
            { kind: 'article', id: 'a', title: hostile, quote: hostile, start: 0, end: 1, url: 'javascript:alert(1)' },
          ],
        }),
      ];
    });
    await shows('onerror');
    expect(stage.root.querySelector('img, script, a[href^="javascript"]')).toBeNull();
  });

  it('ticks a step by hand, moves on and remembers it for the ticket', async () => {
    stage = stagePanel();
    await shows('1 of 3 done');
    const current = () => stage.root.querySelector('[aria-current=step]')?.textContent;
    expect(current()).toContain('Check the tracking status');
    await shows('Seen in the conversation: “My order FW-20381 is”');
    await page.elementLocator(stage.root).getByRole('checkbox', { name: 'Check the tracking status' }).click();
    await shows('2 of 3 done');
    expect(current()).toContain('Tell the customer the new date');
    expect(current()).toContain('It will be with you on Friday.');
    await button('Insert these words').click();
    await expect.poll(() => stage.helpdesk.element.textContent).toContain('It will be with you on Friday.');
    const { ticket } = stage.page.get() as { ticket: ReturnType<typeof ticketOf> };
    stage.page.set({ state: 'ticket', ticket: ticketOf(['Other'], { id: '99' }) });
    await shows('1 of 3 done');
    stage.page.set({ state: 'ticket', ticket });
    await shows('2 of 3 done');
  });

  it('goes on from the step that was suggested, back to one without a trace only at the end', async () => {
    stage = stagePanel();
    await shows('1 of 3 done');
    const current = () => stage.root.querySelector('[aria-current=step]')?.textContent;
    const tick = (name: string) => page.elementLocator(stage.root).getByRole('checkbox', { name }).click();
    await tick('Ask for the order number');
    await shows('0 of 3 done');
    await tick('Check the tracking status');
    expect(current()).toContain('Tell the customer the new date');
    await tick('Tell the customer the new date');
    await shows('2 of 3 done');
    expect(current()).toContain('Ask for the order number');
  });

  it('tells where the ticket belongs, and why', async () => {
    stage = stagePanel();
    await shows('Where this ticket belongs');
    await shows('Team: Carrier desk');
    await shows('High priority');
    await shows('Team: the playbook “Late delivery” says so');
    await shows('Priority: the message tells: Urgent');
    change({ kinds: { ...stage.settings.get().kinds, routing: false } });
    await expect.poll(text).not.toContain('Where this ticket belongs');
  });

  it('offers to remember tickets once, and takes no for an answer', async () => {
    stage = stagePanel();
    await shows('Learn from tickets you see?');
    await button('No thanks').click();
    await expect.poll(text).not.toContain('Learn from tickets');
    expect(stage.settings.get().kinds['similar-ticket']).toBe(false);
    expect(stage.settings.get().rememberTickets).toBe(false);
  });
});

describe('the frame', () => {
  it('collapses to a handle and gives the focus back', async () => {
    stage = stagePanel();
    await shows('Reply draft');
    stage.helpdesk.element.focus();
    change({ panelOpen: false });
    await expect.element(button('Open Deskside')).toBeVisible();
    stage.panel.actions.toggle();
    await expect.poll(() => stage.shadow.activeElement?.textContent).toContain('Insert');
    stage.panel.actions.toggle();
    await expect.poll(() => document.activeElement?.id).toBe('composer');
  });

  it('is resized by the keyboard within its bounds, outward from the edge it stands at', async () => {
    stage = stagePanel();
    const splitter = page.elementLocator(stage.root).getByRole('separator');
    await expect.element(splitter).toBeVisible();
    (splitter.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(stage.settings.get().panelWidthPx).toBe(360);
    change({ language: 'ar' });
    await expect.poll(() => stage.root.dir).toBe('rtl');
    await userEvent.keyboard('{ArrowLeft}');
    expect(stage.settings.get().panelWidthPx).toBe(340);
  });

  it('stands at the right in English and at the left in Arabic', async () => {
    stage = stagePanel();
    const middle = () => {
      const rect = stage.root.querySelector('aside')?.getBoundingClientRect();
      return rect ? (rect.left + rect.right) / 2 : Number.NaN;
    };
    await expect.poll(middle).toBeGreaterThan(innerWidth / 2);
    change({ language: 'ar' });
    await expect.poll(middle).toBeLessThan(innerWidth / 2);
  });

  it('ends above a composer that it would cover', async () => {
    await page.viewport(900, 900);
    stage = stagePanel(({ helpdesk }) => {
      helpdesk.element.style.inlineSize = '860px';
    });
    await shows('Reply draft');
    const bottom = () => stage.root.querySelector('aside')?.getBoundingClientRect().bottom;
    await expect.poll(bottom).toBeLessThanOrEqual(stage.helpdesk.element.getBoundingClientRect().top);
  });

  it('ends within the window above a composer that is scrolled out of it', async () => {
    await page.viewport(900, 500);
    stage = stagePanel(({ helpdesk }) => {
      Object.assign(helpdesk.element.style, { inlineSize: '860px', bottom: 'auto', top: '900px' });
    });
    await shows('Reply draft');
    const aside = () => stage.root.querySelector('aside') as HTMLElement;
    await expect.poll(() => aside().style.maxBlockSize).toContain('px');
    expect(aside().getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight);
    await page.viewport(900, 900);
  });

  it('keeps its keys from the page, whatever is typed', async () => {
    stage = stagePanel();
    const heard: string[] = [];
    for (const type of ['keydown', 'keyup', 'keypress']) {
      document.addEventListener(type, (event) => heard.push(`${type} ${(event as KeyboardEvent).key}`));
    }
    await button('Edit first').click();
    await userEvent.keyboard('jk ');
    await expect.poll(() => stage.root.querySelector('textarea')?.value).toMatch(/jk $/);
    expect(heard).toEqual([]);
    stage.helpdesk.element.focus();
    await userEvent.keyboard('x');
    expect(heard).toContain('keydown x');
  });

  it('inherits nothing from the page', async () => {
    const style = document.createElement('style');
    style.textContent = '* { font: 40px fantasy; letter-spacing: 9px; color: red; text-transform: uppercase }';
    document.head.append(style);
    stage = stagePanel();
    for (const copy of stage.shadow.querySelectorAll('style'))
      if (copy.textContent === style.textContent) copy.remove();
    await shows('Reply draft');
    const { fontSize, letterSpacing, textTransform } = getComputedStyle(stage.root);
    expect([fontSize, letterSpacing, textTransform]).toEqual(['13px', 'normal', 'none']);
    style.remove();
  });
});
