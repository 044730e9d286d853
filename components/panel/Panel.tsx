import { useEffect, useLayoutEffect, useMemo, useReducer } from 'react';
import type { Settings } from '../../lib/core/settings';
import { direction, resolveLanguage } from '../../lib/strings/language';
import spoken from '../ui/spoken.module.css';
import { useTheme } from '../ui/use-theme';
import { useToast } from '../ui/use-toast';
import { type PanelActions, type PanelDeps, type PanelPage, PanelProvider } from './deps';
import { Frame } from './Frame';
import { useKnowledgeRefresh } from './KnowledgeCard';
import { PageStates } from './PageStates';
import { TicketPanel } from './TicketPanel';
import { useSettings } from './use-settings';
import { useTicket } from './use-ticket';

/** What the panel is about now; the first that holds. */
export type Situation =
  | { state: 'reload-tab' }
  | { state: 'off' }
  | { state: 'paused'; until: number | null }
  | PanelPage;

/** Tells the situation from the page, the settings and whether the extension is still there. `now`: epoch milliseconds. */
function readSituation(
  page: PanelPage,
  settings: Settings,
  { isOrphaned, origin, now }: { isOrphaned: boolean; origin: string; now: number },
): Situation {
  if (isOrphaned) return { state: 'reload-tab' };
  if (settings.sitesOff.includes(origin)) return { state: 'off' };
  if (settings.pausedUntil === -1) return { state: 'paused', until: null };
  if (settings.pausedUntil > now) return { state: 'paused', until: settings.pausedUntil };
  return page;
}

/** The longest delay a timer takes. */
const longestMs = 2 ** 31 - 1;

function useSituation(deps: PanelDeps): Situation {
  const page = useTicket(deps.pageState);
  const settings = useSettings(deps.settings);
  const [, wake] = useReducer((count: number) => count + 1, 0);
  const { pausedUntil } = settings;
  useEffect(() => {
    const waitMs = pausedUntil - Date.now();
    if (waitMs <= 0) return;
    const timer = setTimeout(wake, Math.min(waitMs, longestMs));
    return () => clearTimeout(timer);
  }, [pausedUntil]);
  useEffect(() => {
    // An extension that is reloaded says nothing to its old pages; the agent coming back is a good time to look.
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('focus', wake);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('focus', wake);
    };
  }, []);
  return readSituation(page, settings, { isOrphaned: deps.isOrphaned(), origin: deps.origin, now: Date.now() });
}

/** The side panel an agent sees on a helpdesk page. */
export function Panel({
  deps,
  root,
  handlers,
}: {
  deps: PanelDeps;
  root: HTMLElement;
  handlers: Partial<PanelActions>;
}) {
  const settings = useSettings(deps.settings);
  const situation = useSituation(deps);
  const language = resolveLanguage(settings.language);
  const theme = useTheme(settings.theme);
  const toast = useToast();
  const strings = deps.getStrings(language);
  const { show } = toast;
  const context = useMemo(
    () => ({ ...deps, strings, language, root, handlers, showToast: show }),
    [deps, strings, language, root, handlers, show],
  );
  useKnowledgeRefresh(deps.importer);
  useLayoutEffect(() => {
    root.lang = language;
    root.dir = direction(language);
    root.dataset.theme = theme;
    root.dataset.state = situation.state;
  }, [root, language, theme, situation.state]);
  return (
    <PanelProvider value={context}>
      <Frame toast={toast.message} onCloseToast={toast.close}>
        <div className={spoken.only} role="status">
          {situation.state === 'broken' && strings.states.brokenTitle}
          {situation.state === 'reload-tab' && strings.states.reloadTitle}
        </div>
        {situation.state === 'ticket' ? (
          <TicketPanel key={`${situation.ticket.origin}#${situation.ticket.id}`} ticket={situation.ticket} />
        ) : (
          <PageStates situation={situation} />
        )}
      </Frame>
    </PanelProvider>
  );
}
