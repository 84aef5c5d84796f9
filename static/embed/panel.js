// The panel the launcher opens: places the iframe on the page and talks with it (static/chat/page/bridge.js).
// Fetched by chat.js as a module, so the server sends it with Access-Control-Allow-Origin: *.

import { schemeOf, watchScheme } from './scheme.js';

// What the conversation may tell the page it stands on.
const EVENTS = ['unread', 'message', 'hold', 'booking:confirmed', 'booking:requested', 'booking:rescheduled', 'booking:cancelled', 'handoff', 'error'];
const SLOW = 5_000; // ms without a word of the conversation: whoever waits is offered its own page
const LOST = 30_000; // and here nobody waits any more
const FULL_SCREEN = '(max-width:480px),(max-height:480px)';

export default function panel({ root, box, frame, button, home, side, inline, theme, make, listen, emit, close, giveUp, page, signal }) {
  const sheet = new CSSStyleSheet();
  const badge = make('b', { hidden: true });
  const away = make('a', { href: page, target: '_blank', hidden: true }, frame.title);
  const queue = [];
  const waiting = [setTimeout(() => { away.hidden = false; }, SLOW), setTimeout(giveUp, LOST)];
  let ready = false;
  let openedFrom;
  let open = {};
  let chosen = theme;
  let scheme;

  sheet.replaceSync(css(side, inline));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  box.className = 'panel';
  box.setAttribute('role', inline ? 'group' : 'dialog');
  box.setAttribute('aria-label', frame.title);
  button.append(badge);
  box.append(away);
  signal.addEventListener('abort', arrive);
  dress();
  watchScheme(dress, signal);
  fit();

  function tell(type, more) {
    const message = { zimun: 1, type, ...more };
    if (ready) frame.contentWindow.postMessage(message, home.origin);
    else queue.push(message);
  }

  // As the site says, else as its page looks.
  function dress() {
    const now = chosen === 'light' || chosen === 'dark' ? chosen : schemeOf(root.host);
    if (now === scheme) return;
    scheme = now;
    sheet.cssRules[0].style.colorScheme = now;
    if (ready) tell('theme', { theme: now });
  }

  // iOS hides the height its keyboard leaves from a cross-origin frame, and a page that runs out sideways is wider than what is seen of
  // it, so the panel follows what is seen here.
  function fit() {
    const seen = window.visualViewport;
    if (!seen) return;
    const { style } = sheet.cssRules[0];
    style.setProperty('--inset', `${seen.offsetTop}px auto auto ${seen.offsetLeft}px`);
    style.setProperty('--width', `${seen.width}px`);
    style.setProperty('--height', `${seen.height}px`);
  }

  function show(shown, focus = true) {
    if (shown && !open.shown) openedFrom = document.activeElement;
    const changed = shown !== open.shown;
    open = { shown, focus };
    box.hidden = !shown;
    if (!changed) return;
    dress();
    if (ready) tellOpen();
    // Given to a frame that is still loading, the focus may be lost for good: greet() gives it when there is somebody to take it.
    if (shown && focus && ready) frame.focus();
    else if (!shown && openedFrom) giveFocusBack();
  }

  // full: the conversation is all there is to see, so that going back from it means to close it.
  function tellOpen() {
    const { shown, focus } = open;
    const full = !inline && focus && matchMedia(FULL_SCREEN).matches;
    tell(shown ? 'open' : 'close', { focus, full, page: location.origin + location.pathname });
  }

  function giveFocusBack() {
    const usable = openedFrom.isConnected && openedFrom !== document.body && openedFrom !== root.host;
    (usable ? openedFrom : button).focus();
  }

  function hear({ type, name, detail }) {
    if (type === 'ready') greet();
    else if (type === 'close') close();
    else if (type === 'event' && EVENTS.includes(name) && Object(detail) === detail) {
      if (name === 'unread') count(Number(detail.count));
      emit(name, detail);
    }
  }

  function arrive() {
    waiting.forEach(clearTimeout);
    away.remove();
  }

  // Also after the frame was moved with its page and started afresh.
  function greet() {
    ready = true;
    arrive();
    box.classList.add('ready');
    tell('theme', { theme: scheme });
    if (open.shown) tellOpen();
    queue.splice(0).forEach((message) => tell(message.type, message));
    if (open.shown && open.focus) frame.focus();
  }

  function count(unread) {
    badge.hidden = !unread;
    badge.textContent = unread > 9 ? '9+' : unread;
  }

  const calls = {
    send: (text) => tell('send', { text: String(text) }),
    identify: (token) => tell('identify', { token: String(token) }),
    reset: () => tell('reset'),
    theme(wanted) {
      chosen = wanted;
      dress();
    },
    locale: (lang) => tell('locale', { lang: String(lang) }),
  };

  listen(root, 'keydown', (event) => event.key === 'Escape' && close());
  listen(window.visualViewport, 'resize', fit);
  listen(window.visualViewport, 'scroll', fit);
  return { show, hear, call: (name, ...given) => Object.hasOwn(calls, name) && calls[name](...given) };
}

// No template stands within a template: what makes the code small takes the inner one for code, and its spaces away.
function css(side, inline) {
  const box = inline ? 'height:100%;min-height:560px;border:1px solid #8884'
    : `position:fixed;bottom:calc(90px + env(safe-area-inset-bottom));${side}:20px;width:408px;height:min(712px,100% - 110px);box-shadow:0 0 0 1px #0001,0 4px 16px #0002,0 16px 64px #0005`;
  const full = inline ? '' : `@media ${FULL_SCREEN}{.panel{inset:var(--inset);width:var(--width);height:var(--height);border-radius:0}.open:has(.ready) .launcher{display:none}}`;
  return `aside{${inline ? 'height:100%;' : ''}--inset:0;--width:100%;--height:100%;color-scheme:light dark}
.panel{box-sizing:border-box;overflow:hidden;background:Canvas;border-radius:20px;${box}}
iframe{display:block;width:100%;height:100%;min-height:inherit;border:0;opacity:0}
.ready iframe{opacity:1}
.panel:not(.ready):before{content:"";position:absolute;inset:0;margin:auto;width:8px;height:8px;border-radius:50%;color:#888c;background:currentColor;box-shadow:-18px 0,18px 0}
a:not(.launcher){position:absolute;inset:55% 0 auto;text-align:center;color:CanvasText;font:15px system-ui,Arial,sans-serif}
aside:has(.panel:not(.ready)) .launcher{z-index:1}
.open .launcher:before{width:11px;height:11px;margin:0 4px;border-width:0 3px 3px 0;border-radius:2px;transform:translateY(-4px)rotate(45deg)}
b{position:absolute;top:-6px;${side}:-4px;box-sizing:border-box;min-width:22px;padding:4px 6px;border-radius:11px;background:#c81e3c;color:#fff;font:700 12px/14px system-ui,Arial,sans-serif;text-align:center}
@media(prefers-reduced-motion:no-preference){iframe{transition:opacity .15s}.panel:not([hidden]){animation:rise .2s ease-out}.panel:not(.ready):before{animation:wait 1s infinite alternate}.launcher{transition:transform .15s}.launcher:hover{transform:translateY(-2px)}}
@keyframes wait{to{opacity:.2}}
@keyframes rise{from{opacity:0;transform:translateY(16px)}}
${full}
@media print{.panel,.launcher{display:none}}`;
}
