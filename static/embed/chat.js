// The launcher: one button in a shadow root. When opened, it makes the conversation's iframe and
// fetches panel.js to place it; before, it asks for nothing and keeps nothing.
(() => {
  const script = document.currentScript || document.querySelector('script[data-org-id]');
  const early = window.zimun;
  if (!script?.dataset.orgId || early?.version) return;
  const { orgId, mode, target, openOn, label, greeting, greetingDelay, autoOpen, theme, accent, position, consent } = script.dataset;
  let { lang } = script.dataset;
  const page = document.documentElement;
  const home = new URL(script.src);
  const hosted = new URL(`../c/${orgId}`, home);
  const life = new AbortController();
  const inline = mode == 'inline';
  const heard = [], later = [];
  let opened = false, ready, greeted, frame, panel, focus, fallback, link;

  const [colour] = /^#[\da-f]{6}$/i.exec(accent) || ['#5b4bd6'];
  // Where nothing is said, it stands where lines of the page end, also when that is known only once its style has come.
  const side = /left|right/.exec(position) || 'inset-inline-end';
  if (!lang || lang == 'auto') lang = page.lang || navigator.language;
  // White reaches 4.5:1 below this luminance, black above.
  const [r, g, b] = colour.match(/\w\w/g).map((hex) => (`0x${hex}` / 255) ** 2.2);
  const ink = .21 * r + .72 * g + .07 * b < .179 ? '#fff' : '#000';
  const name = label || {
    de: 'Termin buchen',
    fr: 'Réserver',
    es: 'Reservar',
    it: 'Prenota',
    he: 'קביעת תור',
    ar: 'احجز موعدًا',
  }[lang.slice(0, 2)] || 'Book a time';

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const listen = (place, type, listener) => place?.addEventListener(type, listener, { signal: life.signal });
  const emit = (type, detail = {}) => {
    const event = new CustomEvent(`zimun:${type}`, { detail, bubbles: true });
    document.dispatchEvent(event);
    return event;
  };

  // In the top layer no transform, filter or clipping of the page moves or cuts it.
  const host = make('zimun-chat', inline ? {} : { popover: 'manual' });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  // An important rule of a shadow root wins over an important rule of the page.
  sheet.replaceSync(`:host{all:initial!important;display:block!important;${inline
    ? 'height:100%!important' : 'position:fixed!important;inset:0 auto auto 0!important;z-index:2147483000!important'}}
:host:before,:host:after,[hidden]{display:none!important}
.launcher{position:${inline ? 'static' : 'fixed'};bottom:calc(20px + env(safe-area-inset-bottom));${side}:20px;display:flex;border-radius:28px;box-shadow:0 8px 28px #0005;align-items:center;justify-content:center;gap:10px;box-sizing:border-box;height:56px;padding:0 15px;border:2px solid transparent;background:${colour};color:${ink};font:600 15px/1 system-ui,Arial,sans-serif;text-decoration:none;cursor:pointer}
.launcher:before{content:"";width:18px;height:16px;border:2px solid;border-radius:9px 9px 9px 2px}
.round span{position:absolute;width:1px;height:1px;overflow:hidden}
:focus-visible{outline:3px solid ${colour};outline-offset:3px}`);
  root.adoptedStyleSheets = [sheet];
  const words = make('span', {}, name);
  const button = make('button', { className: label ? 'launcher' : 'launcher round', hidden: inline || mode == 'none', ariaHasPopup: 'dialog', ariaExpanded: false }, words);
  const aside = make('aside', { ariaLabel: name }, button);
  root.append(aside);

  const show = () => {
    aside.classList.toggle('open', opened);
    button.ariaExpanded = opened;
    panel?.show(opened, focus);
  };
  const load = () => {
    const url = new URL('frame', home);
    const told = { organization_id: orgId, lang, theme, accent, consent, inline, host: location.origin };
    for (const key in told) if (told[key]) url.searchParams.set(key, told[key]);
    frame = make('iframe', { src: url, title: name });
    const box = make('div', { hidden: true }, frame);
    aside.append(box);
    fallback = setTimeout(giveUp, 5000);
    import(new URL('panel.js', home)).then((module) => {
      panel = module.default({ root, box, frame, button, home, side, inline, theme, make, listen, emit, close, giveUp, page: hosted, signal: life.signal });
      clearTimeout(fallback);
      show();
      hear();
      later.splice(0).forEach((call) => zimun(...call));
    }).catch(giveUp);
  };
  const hear = () => {
    if (!panel || !heard.length) return;
    heard.splice(0).forEach(panel.hear);
  };
  // Blocked or offline: a plain link instead.
  const giveUp = () => {
    link = make('a', { href: hosted, target: '_blank', className: 'launcher' }, words);
    opened = false;
    show();
    aside.replaceChildren(link);
    emit('error');
  };

  const open = (quiet) => {
    // A page in a sandbox has no origin: our frame would stay empty in it.
    if (self.origin == 'null' && !link) giveUp();
    if (link && quiet !== true) link.click();
    if (link || opened) return;
    opened = true;
    focus = quiet !== true;
    greeted?.remove();
    if (!frame) load();
    show();
    emit('open');
  };
  const close = () => {
    if (!opened || inline) return;
    opened = false;
    show();
    emit('close');
  };
  const mount = () => {
    const place = inline ? document.querySelector(target) : page;
    if (host.isConnected || !place) return;
    place.append(host);
    if (!inline) host.showPopover?.();
    if (inline && !link) open(true);
  };
  const watcher = new MutationObserver(mount);

  const calls = {
    open, close,
    toggle: () => (opened ? close() : open()),
    on(type, listener) {
      listen(document, `zimun:${type}`, listener);
      if (ready && type == 'ready') listener(ready);
    },
    off: (type, listener) => document.removeEventListener(`zimun:${type}`, listener),
    destroy() {
      life.abort();
      watcher.disconnect();
      clearTimeout(fallback);
      host.remove();
      delete window.zimun;
    },
  };
  const zimun = window.zimun = (call, ...given) => {
    if (call == 'send') open();
    if (Object.hasOwn(calls, call)) calls[call](...given);
    else if (panel) panel.call(call, ...given);
    else later.push([call, ...given]);
  };
  zimun.version = 1;

  listen(window, 'message', ({ origin, source, data }) => {
    if (!frame || origin !== home.origin || source !== frame.contentWindow || data?.zimun !== 1) return;
    heard.push(data);
    hear();
  });
  listen(button, 'click', calls.toggle);
  listen(button, 'pointerenter', () => frame || root.append(make('link', { rel: 'preconnect', href: home.origin })));
  if (openOn) listen(document, 'click', (event) => {
    if (!event.target.closest?.(openOn)) return;
    event.preventDefault();
    open();
  });

  const begin = () => {
    mount();
    watcher.observe(page, { childList: true, subtree: inline });
    // Once for each page, and to nobody who found the chat already.
    if (greetingDelay && !button.hidden) setTimeout(() => frame || import(new URL('greeting.js', home)).then((module) => {
      if (!frame) greeted = module.default({ root, aside, button, side, theme, lang, greeting, make, open });
    }).catch(() => {}), greetingDelay * 1000);
    ready = emit('ready');
    early?.q?.forEach((call) => zimun(...call));
    if (autoOpen && autoOpen != 'false') open(true);
  };
  if (document.readyState == 'loading') listen(document, 'DOMContentLoaded', begin);
  else begin();
})();
