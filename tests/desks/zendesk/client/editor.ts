import {
  Autoformat,
  AutoLink,
  BlockQuote,
  Bold,
  Code,
  DecoupledEditor,
  Essentials,
  Italic,
  Link,
  List,
  Paragraph,
} from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import { h } from './dom.ts';

/** A CKEditor with the element that is its editable. */
export type Editor = { instance: DecoupledEditor; editable: HTMLElement; toolbar: HTMLElement | null };

/**
 * Starts a CKEditor on a new element: rich for mail and notes, plain for messaging.
 * In plain ones Enter calls `onEnter`, as the real composer sends.
 */
export async function createEditor(options: {
  kind: 'rich' | 'plain';
  html: string;
  label: string;
  language: string;
  host: HTMLElement;
  onEnter(): void;
}): Promise<Editor> {
  const isRich = options.kind === 'rich';
  const editable = h('div', { class: 'composer-editable' });
  options.host.replaceChildren(editable);
  const instance = await DecoupledEditor.create(editable, {
    licenseKey: 'GPL',
    initialData: options.html,
    language: { ui: 'en', content: options.language },
    plugins: isRich
      ? [Essentials, Paragraph, Bold, Italic, Code, Link, AutoLink, List, BlockQuote, Autoformat]
      : [Essentials, Paragraph],
    toolbar: isRich ? ['bold', 'italic', '|', 'bulletedList', 'numberedList', '|', 'link', 'blockQuote', 'code'] : [],
  });
  const { view } = instance.editing;
  view.change((writer) => {
    const root = view.document.getRoot();
    if (!root) return;
    writer.setAttribute(
      'data-test-id',
      isRich ? 'omnicomposer-rich-text-ckeditor' : 'omnicomposer-plain-text-ckeditor',
      root,
    );
    writer.setAttribute('aria-label', options.label, root);
  });
  if (!isRich) sendOnEnter(instance, options.onEnter);
  return { instance, editable, toolbar: isRich ? instance.ui.view.toolbar.element : null };
}

/** What the editor holds, empty when only blank paragraphs are there. */
export function contentOf({ instance, editable }: Editor): { html: string; text: string } {
  const text = editable.textContent.replace(/\u00a0/g, ' ').trim();
  return text ? { html: instance.getData(), text } : { html: '', text: '' };
}

function sendOnEnter(instance: DecoupledEditor, onEnter: () => void): void {
  instance.editing.view.document.on(
    'keydown',
    (event, data) => {
      if (data.domEvent.key !== 'Enter' || data.domEvent.shiftKey) return;
      data.preventDefault();
      event.stop();
      onEnter();
    },
    { priority: 'highest' },
  );
}
