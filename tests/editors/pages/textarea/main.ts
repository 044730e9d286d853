import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { linesOf, openGallery, paragraphsOf } from '../gallery.ts';

type Controls = { text: string; setReadOnly(): void };

/** React holds the text: what its state has not heard of is drawn away again. */
function Composer({ draft, controls }: { draft: string; controls: Controls }) {
  const [text, setText] = useState(draft);
  const [readOnly, setReadOnly] = useState(false);
  controls.text = text;
  controls.setReadOnly = () => setReadOnly(true);
  return createElement('textarea', {
    value: text,
    readOnly,
    rows: 8,
    onChange: (event: { target: HTMLTextAreaElement }) => setText(event.target.value),
  });
}

await openGallery(async (host, draft) => {
  const controls: Controls = { text: '', setReadOnly: () => {} };
  const root = createRoot(host);
  flushSync(() => root.render(createElement(Composer, { draft: linesOf(draft).join('\n'), controls })));
  const element = host.querySelector('textarea');
  if (!element) throw new Error('React drew nothing');
  return {
    element,
    value: () => paragraphsOf(controls.text === '' ? [] : controls.text.split('\n')),
    setReadOnly: () => flushSync(() => controls.setReadOnly()),
    close: () => root.unmount(),
  };
});
