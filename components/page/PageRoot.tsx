import '../tokens.css';
import './page.css';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { Engine } from '../../lib/core/engine';
import { direction, getStrings, resolveLanguage, type Strings } from '../../lib/strings';
import { translateFailure } from '../../lib/strings/failures';
import { Toast } from '../ui/Toast';
import { useToast } from '../ui/use-toast';
import styles from './PageRoot.module.css';
import { type Page, PageProvider } from './page-context';
import { useStoredSettings } from './use-stored-settings';

type Props = {
  engine: Engine;
  /** Title of the browser's tab. */
  title: (strings: Strings) => string;
  /** `wide` pages read a little larger than the popup. */
  size: 'narrow' | 'wide';
  children: ReactNode;
};

/** Ground of an own page: settings, language and direction, theme, messages. Renders once the settings are read. */
export function PageRoot({ client, ...props }: Props & { client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <Ground {...props} />
    </QueryClientProvider>
  );
}

function Ground({ engine, title, size, children }: Props) {
  const { message, show, close } = useToast();
  const refused = useRef(() => {});
  const { settings, change } = useStoredSettings(useCallback(() => refused.current(), []));
  const language = resolveLanguage(settings?.language ?? 'auto');
  const strings = getStrings(language);
  refused.current = () => show('warn', strings.page.notStored);
  const theme = settings?.theme ?? 'auto';

  useLayoutEffect(() => {
    const html = document.documentElement;
    html.dataset.deskside = '';
    html.dataset.page = size;
    html.lang = language;
    html.dir = direction(language);
    document.title = title(strings);
    // Without the attribute the system's preference decides, live.
    if (theme === 'auto') delete html.dataset.theme;
    else html.dataset.theme = theme;
  }, [language, theme, size, title, strings]);

  const say = useCallback((message: string) => translateFailure(strings.failures, message), [strings]);
  const page = useMemo<Page | null>(
    () => (settings ? { engine, settings, change, strings, language, say, showToast: show } : null),
    [engine, settings, change, strings, language, say, show],
  );
  if (!page) return null;
  return (
    <DirectionProvider direction={direction(language)}>
      <PageProvider value={page}>
        {children}
        <div className={styles.toast}>
          <Toast
            message={message}
            regionLabel={strings.page.toastRegion}
            closeLabel={strings.page.toastClose}
            onClose={close}
          />
        </div>
      </PageProvider>
    </DirectionProvider>
  );
}
