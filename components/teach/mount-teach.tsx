import { createRoot } from 'react-dom/client';
import type { Settings } from '../../lib/core/settings';
import '../tokens.css';
import type { TeachDeps } from './deps';
import { Teach } from './Teach';

/** Mounts the overlay into `container`, an element of our own shadow root. Answers what takes it away. Its keys never reach the page. */
export function mountTeach(container: HTMLElement, theme: Settings['theme'], deps: TeachDeps): () => void {
  const ground = document.createElement('div');
  ground.dataset.deskside = '';
  if (theme !== 'auto') ground.dataset.theme = theme;
  container.append(ground);
  const root = createRoot(ground);
  root.render(<Teach deps={deps} />);
  const stopHere = (event: Event) => event.stopPropagation();
  for (const type of ['keydown', 'keyup', 'keypress']) container.addEventListener(type, stopHere);
  return () => {
    root.unmount();
    ground.remove();
    for (const type of ['keydown', 'keyup', 'keypress']) container.removeEventListener(type, stopHere);
  };
}
