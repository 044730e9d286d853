import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Engine } from '../../lib/core/engine';
import { getPanelStrings } from '../../lib/strings/panel.strings';
import { download } from '../page/download';
import { usePage } from '../page/page-context';
import type { PanelActions, PanelPage } from '../panel/deps';
import { listenForShortcuts } from '../panel/keyboard';
import { mountPanel } from '../panel/mount';
import { createObservable } from '../panel/observable';
import type { PracticeDeps } from './deps';
import type { PracticeDesk } from './practice-desk';
import { createPracticeHelpdesk } from './practice-helpdesk';
import { sampleAgentName } from './sample-tickets';

/** The engine, telling the desk when a suggestion came. */
function tellSuggestions(engine: Engine, desk: PracticeDesk): Engine {
  const suggest: Engine['suggest'] = async (request) => {
    const result = await engine.suggest(request);
    if (result.ok && result.value.items.length > 0) desk.finishStep('suggest');
    return result;
  };
  return new Proxy(engine, {
    get: (target, method) => (method === 'suggest' ? suggest : Reflect.get(target, method)),
  });
}

/** The real panel beside the practice desk, over the real engine. */
export function PanelDock({
  desk,
  deps,
  root,
}: {
  desk: PracticeDesk;
  deps: PracticeDeps;
  root: React.RefObject<HTMLElement | null>;
}) {
  const { engine, settings, change, strings } = usePage();
  const container = useRef<HTMLDivElement>(null);
  const live = useRef(createObservable(settings));
  useLayoutEffect(() => live.current.set(settings), [settings]);
  const now = useRef({ change, deps, name: strings.practice.title });
  now.current = { change, deps, name: strings.practice.title };

  useEffect(() => {
    const element = container.current;
    const page = root.current;
    if (!element || !page) return;
    const stop = new AbortController();
    const pageState = createObservable<PanelPage>({ state: 'waiting' });
    const agentName = () => live.current.get().agentName || sampleAgentName;
    const { origin } = now.current.deps;
    const { name } = now.current;
    const helpdesk = createPracticeHelpdesk({ desk, root: page, origin, name, agentName });
    const panel = mountPanel(element, {
      engine: tellSuggestions(engine, desk),
      helpdesk,
      origin,
      pageState,
      settings: live.current,
      getStrings: getPanelStrings,
      writeSetting: (key, value) => now.current.change(key, value),
      download,
      ticks: new Map(),
      openPage: (name) => now.current.deps.openPage(name),
      isOrphaned: () => now.current.deps.isOrphaned(),
    });
    helpdesk.watch(pageState.set, { signal: stop.signal });
    const stopCommands = listenForCommands(now.current.deps, panel.actions);
    const shortcutsNow = () => {
      const { pausedUntil, shortcuts } = live.current.get();
      return pausedUntil === -1 || pausedUntil > Date.now() ? null : shortcuts;
    };
    listenForShortcuts(shortcutsNow, panel.actions, { signal: stop.signal });
    return () => {
      stop.abort();
      stopCommands();
      // React may not take one root away while it renders another.
      queueMicrotask(() => panel.unmount());
    };
  }, [desk, engine, root]);
  return <div ref={container} />;
}

/** The browser's own shortcuts, as they come from the background. */
function listenForCommands(deps: PracticeDeps, actions: PanelActions): () => void {
  return deps.onCommand((name) => {
    if (name === 'toggle-panel') actions.toggle();
    else if (name === 'insert-reply') actions.insertReply();
    else actions.nextAlternative();
  });
}
