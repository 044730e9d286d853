import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type Stage, stagePanel, ticketOf } from '../../tests/support/panel-fakes';
import { listenForShortcuts } from './keyboard';

let stage: Stage;
let listening: AbortController | undefined;
afterEach(() => {
  stage?.panel.unmount();
  listening?.abort();
});

const ghost = () => stage.root.querySelector<HTMLElement>('[data-ghost]');
const appears = () => expect.poll(ghost).not.toBeNull();
const disappears = () => expect.poll(ghost).toBeNull();
const editor = () => stage.helpdesk.element;
const settle = () => new Promise((resolve) => setTimeout(resolve, 80));

describe('ghost text', () => {
  it('stands in the blank composer without touching it', async () => {
    stage = stagePanel();
    const before = editor().outerHTML;
    await appears();
    const box = ghost()?.getBoundingClientRect();
    const around = editor().getBoundingClientRect();
    expect(box?.left).toBeCloseTo(around.left + 8, 0);
    expect(box?.top).toBeCloseTo(around.top + 8, 0);
    expect(ghost()?.textContent).toContain('Hello Ana,');
    expect(ghost()?.getAttribute('aria-hidden')).toBe('true');
    expect(editor().outerHTML).toBe(before);
  });

  it('follows the editor when the page moves it', async () => {
    stage = stagePanel();
    await appears();
    const before = ghost()?.getBoundingClientRect().left ?? 0;
    editor().style.translate = '12px 0';
    await expect.poll(() => ghost()?.getBoundingClientRect().left).toBeCloseTo(before + 12, 0);
  });

  it('is accepted by Tab with the caret in the editor', async () => {
    stage = stagePanel();
    await appears();
    editor().focus();
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => editor().textContent).toContain('Hello Ana,');
    await disappears();
    expect(document.activeElement).toBe(editor());
    expect(stage.engine.choices.map(({ action }) => action)).toEqual(['inserted']);
  });

  it('leaves Tab alone when the caret is elsewhere, and with modifiers', async () => {
    stage = stagePanel();
    await appears();
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard('{Tab}');
    editor().focus();
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    await settle();
    expect(stage.helpdesk.composed).toEqual([]);
  });

  it('takes no key that a script made', async () => {
    stage = stagePanel();
    await appears();
    editor().focus();
    editor().dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, composed: true }));
    await settle();
    expect(stage.helpdesk.composed).toEqual([]);
  });

  it('is muted by Escape for this ticket only', async () => {
    stage = stagePanel();
    await appears();
    editor().focus();
    await userEvent.keyboard('{Escape}');
    await disappears();
    await userEvent.keyboard('{Tab}');
    expect(stage.helpdesk.composed).toEqual([]);
    stage.page.set({ state: 'ticket', ticket: ticketOf(['Another'], { id: '5000' }) });
    await appears();
  });

  it('goes on while its own words are typed, and Tab puts in the rest', async () => {
    stage = stagePanel();
    await appears();
    editor().focus();
    await userEvent.keyboard('Hel');
    await expect.poll(() => ghost()?.textContent?.startsWith('lo Ana,')).toBe(true);
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => stage.helpdesk.composed[0]?.text.startsWith('lo Ana,')).toBe(true);
    expect(stage.helpdesk.composed[0]?.isContinuation).toBe(true);
    expect(stage.engine.choices.map(({ action }) => action)).toEqual(['inserted']);
  });

  it('gives its next word by Ctrl+→', async () => {
    stage = stagePanel();
    await appears();
    editor().focus();
    await userEvent.keyboard('{Control>}{ArrowRight}{/Control}');
    await expect.poll(() => stage.helpdesk.composed.map(({ text }) => text)).toEqual(['Hello']);
    expect(stage.engine.choices).toEqual([]);
  });

  it('hides while something else is typed and returns when it is gone', async () => {
    stage = stagePanel();
    await appears();
    editor().focus();
    await userEvent.keyboard('X');
    await disappears();
    await userEvent.keyboard('{Backspace}');
    await appears();
  });

  it('is not shown over a note, when switched off, or when the editor is hidden', async () => {
    stage = stagePanel();
    await appears();
    stage.helpdesk.target = 'note';
    stage.page.set(stage.page.get());
    await disappears();
    stage.helpdesk.target = 'public';
    stage.page.set(stage.page.get());
    await appears();
    editor().style.visibility = 'hidden';
    window.dispatchEvent(new Event('resize'));
    await disappears();
    editor().style.visibility = '';
    window.dispatchEvent(new Event('resize'));
    await appears();
    stage.settings.set({ ...stage.settings.get(), ghostText: false });
    await disappears();
  });

  it('follows the editor when it moves', async () => {
    stage = stagePanel();
    await appears();
    editor().style.bottom = '90px';
    editor().style.height = '150px';
    const top = () => (ghost()?.getBoundingClientRect().top ?? 0) - editor().getBoundingClientRect().top;
    await expect.poll(top).toBeCloseTo(8, 0);
  });

  it('ends above the signature', async () => {
    stage = stagePanel(({ helpdesk }) => {
      helpdesk.element.innerHTML = '<p>&nbsp;</p><p>&nbsp;</p><p class="signature">Sam, Acme</p>';
      const composer = helpdesk.composer;
      // As adapters do: the signature is no draft.
      helpdesk.composer = () => {
        const found = composer();
        return found && { ...found, state: { ...found.state, draft: '' } };
      };
    });
    await appears();
    const signature = editor().querySelector('.signature')?.getBoundingClientRect().top ?? 0;
    expect(ghost()?.getBoundingClientRect().bottom).toBeLessThanOrEqual(signature + 1);
  });

  it('is heard by screen readers once the caret is there', async () => {
    stage = stagePanel();
    await appears();
    editor().focus();
    await expect.poll(() => stage.root.textContent).toContain('Press Tab to insert it');
  });
});

describe('shortcuts', () => {
  const listen = (isOn = () => true) => {
    listening = new AbortController();
    const { settings, panel } = stage;
    listenForShortcuts(() => (isOn() ? settings.get().shortcuts : null), panel.actions, { signal: listening.signal });
  };

  it('insert the reply from anywhere, inside the panel too, and the page does not hear of it', async () => {
    stage = stagePanel();
    await appears();
    listen();
    const heard: string[] = [];
    document.addEventListener('keydown', (event) => heard.push(event.code));
    editor().focus();
    await userEvent.keyboard('{Alt>}{Shift>}{i}{/Shift}{/Alt}');
    await expect.poll(() => stage.helpdesk.composed.length).toBe(1);
    stage.root.querySelector<HTMLElement>('aside button')?.focus();
    await userEvent.keyboard('{Alt>}{Shift>}{i}{/Shift}{/Alt}');
    await expect.poll(() => stage.helpdesk.composed.length).toBe(2);
    expect(heard).not.toContain('KeyI');
  });

  it('follow the settings', async () => {
    stage = stagePanel();
    await appears();
    listen();
    const { shortcuts } = stage.settings.get();
    stage.settings.set({ ...stage.settings.get(), shortcuts: { ...shortcuts, insertReply: 'Ctrl+Alt+7' } });
    editor().focus();
    await userEvent.keyboard('{Alt>}{Shift>}{i}{/Shift}{/Alt}');
    await settle();
    expect(stage.helpdesk.composed).toEqual([]);
    await userEvent.keyboard('{Control>}{Alt>}{7}{/Alt}{/Control}');
    await expect.poll(() => stage.helpdesk.composed.length).toBe(1);
  });

  it('are ignored when a script made the event, or while Deskside is off', async () => {
    stage = stagePanel();
    await appears();
    let isOn = true;
    listen(() => isOn);
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyI', altKey: true, shiftKey: true }));
    isOn = false;
    await userEvent.keyboard('{Alt>}{Shift>}{i}{/Shift}{/Alt}');
    await settle();
    expect(stage.helpdesk.composed).toEqual([]);
  });
});
