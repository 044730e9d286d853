import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ok } from '../../lib/core/result';
import { fail, origin, replyOf, type Stage, stagePanel, ticketOf } from '../../tests/support/panel-fakes';

let stage: Stage;
afterEach(() => stage?.panel.unmount());

const text = () => stage.root.textContent ?? '';
const shows = (words: string | RegExp) => expect.poll(text).toMatch(words);
const button = (name: string | RegExp) => page.elementLocator(stage.root).getByRole('button', { name });
const actions = () => stage.engine.choices.map((choice) => choice.action);

const blankApi = { readKnowledge: async () => fail('not-found', ''), readHistory: async () => fail('not-found', '') };

describe('the reply draft', () => {
  it('goes into the composer on click, and the choice is noted without its text', async () => {
    stage = stagePanel();
    await button(/^Insert Alt/).click();
    await shows('Inserted. Read it once more, then send.');
    const [composed] = stage.helpdesk.composed;
    expect(composed).toMatchObject({ target: 'public', ticketId: '4711' });
    expect(composed?.text).toContain('Hello Ana,');
    expect(composed?.html).toContain('<p>Hello Ana,</p>');
    expect(stage.engine.choices).toEqual([
      {
        kind: 'reply',
        suggestionId: 'reply-1',
        sourceIds: ['macro#1', 'article#7'],
        action: 'inserted',
        intent: 'delivery.late',
        flags: ['churn'],
        at: expect.stringMatching(/^\d{4}-/),
        conversation: expect.any(String),
      },
    ]);
  });

  it('is noted with its text where the agent keeps that in the log', async () => {
    stage = stagePanel(({ settings }) => settings.set({ ...settings.get(), auditText: true }));
    await button(/^Insert Alt/).click();
    await expect.poll(() => stage.engine.choices.length).toBe(1);
    expect(stage.engine.choices[0]).toMatchObject({ action: 'inserted', text: expect.stringContaining('Hello Ana,') });
  });

  it.each([
    ['once', '', 1],
    ['not again where the composer has it', 'Hi Ana\u00a0\n\nDrafted with AI  assistance.', 0],
  ])('shows the line about AI assistance, and puts it in %s', async (_how, draft, times) => {
    const notice = { text: 'Drafted with AI assistance.', html: '<p>Drafted with AI assistance.</p>' };
    stage = stagePanel(({ engine, helpdesk }) => {
      helpdesk.element.textContent = draft;
      engine.answers.items = () => [
        replyOf({
          text: `Hello Ana,\n\n${notice.text}\n\nSam`,
          html: `<p>Hello Ana,</p>${notice.html}<p>Sam</p>`,
          sentences: [],
          notice,
        }),
      ];
    });
    await shows(notice.text);
    await button(/^Insert Alt/).click();
    await expect.poll(() => stage.helpdesk.composed.length).toBe(1);
    const [composed] = stage.helpdesk.composed;
    expect(composed?.text).toBe(times ? `Hello Ana,\n\n${notice.text}\n\nSam` : 'Hello Ana,\n\nSam');
    expect(composed?.html).toBe(times ? `<p>Hello Ana,</p>${notice.html}<p>Sam</p>` : '<p>Hello Ana,</p><p>Sam</p>');
  });

  it('goes into a closed composer as a public reply', async () => {
    stage = stagePanel(({ helpdesk }) => {
      helpdesk.target = 'closed';
    });
    await shows('Reply draft');
    stage.panel.actions.insertReply();
    await expect.poll(() => stage.helpdesk.composed[0]?.target).toBe('public');
  });

  it('never goes into an internal note', async () => {
    stage = stagePanel(({ helpdesk, page }) => {
      helpdesk.target = 'note';
      page.set({
        state: 'ticket',
        ticket: ticketOf(['Late!'], { composer: { target: 'note', format: 'rich', draft: '' } }),
      });
    });
    await shows('a reply to the customer will not be put there');
    stage.panel.actions.insertReply();
    await shows('The composer is set to internal note.');
    expect(stage.helpdesk.composed).toEqual([]);
    expect(stage.engine.choices).toEqual([]);
  });

  it('says when the text is on the clipboard instead', async () => {
    stage = stagePanel(({ helpdesk }) => {
      helpdesk.route = 'clipboard';
    });
    await button(/^Insert Alt/).click();
    await shows('it is on the clipboard: paste it yourself');
  });

  it('is busy until the editor was seen to hold it', async () => {
    let end = () => {};
    stage = stagePanel(({ helpdesk }) => {
      helpdesk.held = new Promise((resolve) => {
        end = resolve;
      });
    });
    await button(/^Insert Alt/).click();
    await expect.element(button(/^Insert Alt/)).toHaveAttribute('aria-busy', 'true');
    end();
    await expect.element(button(/^Inserted Alt/)).not.toHaveAttribute('aria-busy');
  });

  it('says why it was refused, and notes nothing', async () => {
    stage = stagePanel(({ helpdesk }) => {
      helpdesk.refusal = fail('other-ticket', 'another ticket is open.');
    });
    await button(/^Insert Alt/).click();
    await shows('Not inserted: another ticket is open.');
    expect(stage.engine.choices).toEqual([]);
  });

  it('can be edited first; the edit is what is inserted, and noted as edited', async () => {
    stage = stagePanel();
    await button('Edit first').click();
    const field = page.elementLocator(stage.root).getByRole('textbox');
    await field.fill('Dear Ana,\n\n5 < 6');
    await button(/^Insert edited reply/).click();
    await expect.poll(() => stage.helpdesk.composed[0]?.text).toBe('Dear Ana,\n\n5 < 6');
    expect(stage.helpdesk.composed[0]?.html).toBe('<p>Dear Ana,</p><p>5 &lt; 6</p>');
    expect(actions()).toEqual(['edited']);
  });

  it('is noted as inserted when it was opened for editing but left as it was', async () => {
    stage = stagePanel();
    await button('Edit first').click();
    await button(/^Insert edited reply/).click();
    await expect.poll(actions).toEqual(['inserted']);
    expect(stage.helpdesk.composed[0]?.html).toContain('<p>Hello Ana,</p>');
  });

  it('keeps what the agent is editing when a message arrives, and says so', async () => {
    stage = stagePanel();
    await button('Edit first').click();
    await page.elementLocator(stage.root).getByRole('textbox').fill('Mine');
    stage.page.set({ state: 'ticket', ticket: ticketOf(['My order FW-20381 is late. I want it now.', 'Hello?']) });
    await shows('A new message arrived while you were editing');
    expect(stage.root.querySelector('textarea')?.value).toBe('Mine');
  });

  it('gives the next alternative and wraps around', async () => {
    stage = stagePanel(({ engine }) => {
      engine.answers.items = (index) => [
        replyOf({ id: `reply-${index}`, text: `Draft ${index}`, sentences: [], alternative: { index, count: 2 } }),
      ];
    });
    await shows('Draft 0');
    stage.panel.actions.nextAlternative();
    await shows('Draft 1');
    await shows('2 of 2');
    await button(/Next alternative/).click();
    await shows('Draft 0');
    expect(actions()).toEqual(['alternative', 'alternative']);
  });

  it('can be dismissed and brought back', async () => {
    stage = stagePanel();
    await button('Dismiss').first().click();
    await shows('Reply dismissed.');
    expect(text()).not.toContain('Good match 86%');
    await button('Undo').click();
    await shows('Good match 86%');
    expect(actions()).toEqual(['dismissed']);
  });

  it('fills the blank of a macro by the helpdesk that it comes from, asked once', async () => {
    const asked: string[] = [];
    stage = stagePanel(({ engine, helpdesk }) => {
      helpdesk.api = {
        ...blankApi,
        async previewMacro(ticketId, macroId) {
          asked.push(`${ticketId} ${macroId}`);
          return ok({ text: 'Your plan is Team 12.' });
        },
      };
      engine.answers.items = (_alternative, rendered) =>
        rendered?.id === `${origin}#77` ? [replyOf({ text: rendered.text })] : [];
      engine.answers.silent = [{ kind: 'reply', why: 'placeholder-unfilled', blank: `${origin}#77` }];
    });
    await shows('Your plan is Team 12.');
    expect(asked).toEqual(['4711 77']);
  });

  it('stays silent where the helpdesk does not fill it, and asks none about the macro of another', async () => {
    const asked: string[] = [];
    stage = stagePanel(({ engine, helpdesk }) => {
      helpdesk.api = {
        ...blankApi,
        async previewMacro(_ticketId, macroId) {
          asked.push(macroId);
          return fail('forbidden', 'Not allowed.');
        },
      };
      engine.answers.items = () => [];
      engine.answers.silent = [{ kind: 'reply', why: 'placeholder-unfilled', blank: `${origin}#77` }];
    });
    await shows('has a blank that this ticket does not fill');
    expect(asked).toEqual(['77']);
    stage.panel.unmount();
    stage = stagePanel(({ engine, helpdesk }) => {
      helpdesk.api = {
        ...blankApi,
        previewMacro: async (_ticketId, macroId) => ok({ text: `${asked.push(macroId)}` }),
      };
      engine.answers.items = () => [];
      engine.answers.silent = [{ kind: 'reply', why: 'placeholder-unfilled', blank: 'file:macros.csv#77' }];
    });
    await shows('has a blank that this ticket does not fill');
    expect(asked).toEqual(['77']);
  });

  it('says that there is nothing to insert rather than do nothing', async () => {
    stage = stagePanel(({ engine }) => {
      engine.answers.items = () => [];
      engine.answers.silent = [{ kind: 'reply', why: 'no-knowledge' }];
    });
    await shows('Deskside stays silent');
    stage.panel.actions.insertReply();
    await shows('No reply is suggested right now.');
  });

  it('shows the source of the sentence that is hovered or focused', async () => {
    stage = stagePanel();
    const quote = () => stage.root.querySelector('q')?.textContent;
    await expect.poll(quote).toContain("I'm sorry that your order has not arrived yet.");
    const sentence = page.elementLocator(stage.root).getByRole('button', { name: /^If it is not there/ });
    await sentence.hover();
    await expect.poll(quote).toContain('If a parcel is not delivered');
    const first = page.elementLocator(stage.root).getByRole('button', { name: /^I'm sorry/ });
    (first.element() as HTMLElement).focus();
    await expect.poll(quote).toContain("I'm sorry that your order");
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.poll(quote).toContain('If a parcel is not delivered');
  });

  it('is heard by screen readers when it comes', async () => {
    stage = stagePanel();
    const heard = () => [...stage.root.querySelectorAll('[role=status]')].map((one) => one.textContent).join();
    await expect.poll(heard).toContain('A reply is suggested.');
  });
});
