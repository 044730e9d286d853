import { isOrphaned, openOwnPage, startPage } from '@/components/page/start-page';
import type { PracticeDeps } from '@/components/practice/deps';
import { Practice } from '@/components/practice/Practice';
import { onMessage } from '@/lib/messaging/protocol';

const deps: PracticeDeps = {
  origin: location.origin,
  openPage: openOwnPage,
  onCommand: (run) => onMessage('command', ({ data }) => run(data)),
  isOrphaned,
};

startPage(<Practice deps={deps} />, { title: ({ practice }) => `${practice.title} – Deskside`, size: 'wide' });
