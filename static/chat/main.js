// The conversation page: reads what the server and the snippet said, and joins session and view.
import { accentProperties } from './accent.js';
import { Bridge, hostOrigin } from './bridge.js';
import { Composer } from './composer.js';
import { Store, emptyConversation, greetingOf } from './conversation.js';
import { h } from './elements.js';
import { Heading } from './heading.js';
import { Transcript } from './transcript.js';
import { wordsFor } from './words.js';

const TYPING_LASTS = 6_000;
const TO_HOST = {
  'hold.created': 'hold',
  'hold.extended': 'hold',
  'booking.confirmed': 'booking:confirmed',
  'booking.rescheduled': 'booking:rescheduled',
  'booking.cancelled': 'booking:cancelled',
  'handoff.requested': 'handoff',
};

const config = JSON.parse(document.getElementById('zimun-config').textContent);
const query = new URLSearchParams(location.search);
const framed = config.mode === 'frame' && window.parent !== window;
const host = framed ? hostOrigin(query.get('host')) : null;
const root = document.documentElement;
let page = framed ? undefined : location.origin + location.pathname;
let opened = !framed;
let unread = 0;

const words = await wordsFor(localeOf(query.get('lang'), config.locale));
Object.assign(root, { lang: words.lang, dir: words.dir });
document.title = config.name;
wear(query.get('theme') ?? config.theme);
for (const [name, value] of Object.entries(accentProperties(query.get('accent') ?? config.accent))) root.style.setProperty(name, value);
root.dataset.mode = framed ? 'frame' : 'page';

const store = new Store(emptyConversation(greetingOf(config)));
// The greeting is on the screen before the part that talks with the server has arrived.
let session = null;
const arriving = Promise.all([import('./session.js'), import('./keeper.js')]).then(async ([{ Session }, { keeperOf, lastingKeeper }]) => {
  session = new Session({
    config,
    store,
    keeper: await lastingKeeper(),
    shelf: keeperOf(() => sessionStorage),
    opening: () => ({ locale: words.locale, time_zone: words.zone, page }),
  });
  session.start();
  return session;
});
const bridge = host && new Bridge({ host, hear });
const close = bridge && (() => bridge.tell('close'));

const announcer = h('div', { class: 'unseen', role: 'status' });
const heading = new Heading({
  words,
  name: config.name,
  close,
  choices: [
    { label: words.t('restart'), act: restart },
    { label: words.t('end'), act: () => session?.end() },
  ],
});
const composer = new Composer({ words, send: say, stop: () => session?.stop() });
const transcript = new Transcript({
  words,
  people: { assistant: config.name },
  actions: {
    press: (block, option) => arriving.then(() => session.press(block, option)),
    submit: (block, payload) => arriving.then(() => session.submit(block, payload)),
    retry: () => session?.outbox.retry(),
    now: () => session?.now() ?? Date.now(),
    hold: () => store.state.hold,
    leave: () => (matchMedia('(pointer: fine)').matches ? composer.field : transcript.log).focus({ preventScroll: true }),
  },
});
const warning = h('p', { class: 'warning', role: 'alert', hidden: true });
const ended = h('div', { class: 'ended', hidden: true }, h('p', {}, words.t('closed')), h('button', { type: 'button', class: 'primary', onclick: restart }, words.t('begin')));
const foot = h('div', { class: 'foot' }, warning, ended, composer.element);
document.body.replaceChildren(heading.element, h('main', { 'aria-label': words.t('conversation') }, transcript.element, foot), announcer);

store.listen((state, change) => {
  draw(state);
  react(change);
});
draw(store.state);
askConsent();
listenToTheWorld();
arriving.catch(() => warn(words.t('failed')));
import('./blocks/blocks.js').then(({ renderBlock }) => {
  transcript.renderBlock = renderBlock;
  transcript.redraw();
});
bridge?.tell('ready');
if (!framed && matchMedia('(pointer: fine)').matches) composer.focus();

function draw(state) {
  const closed = state.status === 'closed';
  transcript.render(state);
  heading.update({ connection: navigator.onLine ? session?.connection : 'lost', operator: state.operator });
  composer.update({ running: Boolean(state.run) });
  ended.hidden = !closed;
  composer.element.hidden = closed;
}

function react({ event, data, before }) {
  if (event === 'own.sending') {
    warn('');
    transcript.anchorAt(data.client_msg_id);
  }
  if (event === 'typing') stopTypingLater();
  if (event === 'refused' && !data.message.silent) warn(refusal(data.problem));
  if (event === 'participant.joined') announce(words.t('joined', { name: data.name }));
  if (event === 'message.completed') heard(data.message, before);
  if (bridge && TO_HOST[event]) bridge.event(TO_HOST[event], plain(data));
  if (bridge && event === 'refused') bridge.event('error', { code: data.problem.code ?? null });
}

function heard({ id, role, text, blocks, author }, before) {
  if (role !== 'assistant' && role !== 'operator') return;
  if (before.messages.some((message) => message.id === id && message.done)) return;
  const said = [text, ...(blocks ?? []).map((block) => block.fallback_text)].filter(Boolean).join('. ');
  announce(`${author ?? config.name}: ${said.replaceAll('**', '')}`);
  bridge?.event('message', { role });
  if (opened) return;
  unread += 1;
  bridge?.event('unread', { count: unread });
}

// The host learns of times and codes, never of names, addresses or what was said.
const plain = ({ code, start, end, time_zone, service, expires_at }) => ({ code, start, end, time_zone, service, expires_at });

function hear({ type, ...data }) {
  if (type === 'open') show(data);
  else if (type === 'close') opened = false;
  else if (type === 'send') say(String(data.text ?? '').slice(0, 4000));
  else if (type === 'reset') restart();
  else if (type === 'theme') wear(data.theme);
  else if (type === 'locale') speak(data.lang);
}

function show({ focus, page: from }) {
  opened = true;
  if (typeof from === 'string') page = from;
  if (unread) bridge.event('unread', { count: unread = 0 });
  if (focus) composer.focus();
}

// Nothing is lost by loading anew: the conversation is on the server.
function speak(lang) {
  query.set('lang', String(lang));
  location.replace(`${location.pathname}?${query}`);
}

function say(text) {
  if (text.trim() && store.state.status !== 'closed') arriving.then(() => session.say(text.trim()));
}

function restart() {
  session?.restart();
  warn('');
  transcript.toEnd();
  composer.focus();
}

// What the site asks for comes before the first word: until then there is nothing to write in.
function askConsent() {
  const asked = query.get('consent');
  if (!asked || asked === 'false') return;
  root.classList.add('unasked');
  import('./consent.js').then(({ consented }) => consented({ words, config, notice: asked, place: foot })).then(() => {
    root.classList.remove('unasked');
    if (opened) composer.focus();
  });
}

let typingTimer;
function stopTypingLater() {
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => store.dispatch('typing.stopped'), TYPING_LASTS);
}

function warn(text) {
  warning.textContent = text;
  warning.hidden = !text;
}

function refusal({ status, code, detail }) {
  if (status === 413) return words.t('too_long');
  if (status === 429) return words.t('too_many');
  if (code === 'input_closed') return words.t('no_choice');
  return detail ?? words.t('failed');
}

// One announcement for each finished message; history is never read again.
function announce(text) {
  announcer.textContent = text;
}

function wear(theme) {
  root.dataset.theme = ['light', 'dark'].includes(theme) ? theme : 'auto';
}

// The snippet's language, with the region of the organization's locale where that is the same language.
function localeOf(asked, own) {
  if (!asked || asked === 'auto') return own;
  return own?.slice(0, 2) === asked.slice(0, 2) && asked.length === 2 ? own : asked;
}

function listenToTheWorld() {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !heading.closeMenu()) close?.();
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && session?.wake());
  window.addEventListener('online', () => session?.wake());
  for (const event of ['online', 'offline']) window.addEventListener(event, () => draw(store.state));
  window.addEventListener('pageshow', () => session?.wake());
}
