/** How the page behaves, from the address's query: every variant that adapters must read alike. */
export type PageOptions = {
  /** `?lang=ar`: Arabic labels, right to left. */
  language: 'en' | 'ar';
  /** `?order=newest`: newest message first. */
  isNewestFirst: boolean;
  /** `?time=absolute` or `wrapped` (test id on a wrapper, as older builds). */
  time: 'relative' | 'absolute' | 'wrapped';
  /** `?tabs=div`: the tab strip as `<div>` instead of `<a>`. */
  tabTag: 'a' | 'div';
  /** `?hide=visibility|display|mixed`: how background panes are hidden; mixed: even tickets by display. */
  hide: 'visibility' | 'display' | 'mixed';
  /** `?layout=standard|custom|mixed`: the layout's test id; mixed: every third ticket is custom. */
  layout: 'standard' | 'custom' | 'mixed';
  /** `?composer=collapsed`: no editor until the bar is pressed. */
  isComposerCollapsed: boolean;
  /** `?lag=3000`: milliseconds before a pane is drawn; undefined leaves it to the server. */
  lagMs: number | undefined;
  /** `?collapse=10`: how many messages are shown before "show more". */
  shown: number;
  /** `?mounted=101,102,103`: tickets open from the start. */
  mounted: number[];
};

/** Reads the options of the page's address. */
export function readOptions(search: string): PageOptions {
  const params = new URLSearchParams(search);
  const pick = <Value extends string>(name: string, allowed: readonly Value[], standard: Value): Value =>
    allowed.find((value) => value === params.get(name)) ?? standard;
  const lag = params.get('lag');
  return {
    language: pick('lang', ['en', 'ar'], 'en'),
    isNewestFirst: params.get('order') === 'newest',
    time: pick('time', ['relative', 'absolute', 'wrapped'], 'relative'),
    tabTag: pick('tabs', ['a', 'div'], 'a'),
    hide: pick('hide', ['visibility', 'display', 'mixed'], 'mixed'),
    layout: pick('layout', ['standard', 'custom', 'mixed'], 'mixed'),
    isComposerCollapsed: params.get('composer') === 'collapsed',
    lagMs: lag === null ? undefined : Number(lag),
    shown: Number(params.get('collapse') ?? 10),
    mounted: (params.get('mounted') ?? '101,102,103').split(',').map(Number).filter(Boolean),
  };
}
