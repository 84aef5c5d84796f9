// The conversation page: reads what the server and the snippet said, and joins session and view.
import { accentProperties } from './page/accent.js';
import { Bridge, hostOrigin } from './page/bridge.js';
import { Composer } from './page/composer.js';
import { consented } from './page/consent.js';
import { emptyConversation, greetingOf } from './conversation/conversation.js';
import { fetchCards } from './blocks/blocks.js';
import { h } from './page/elements.js';
import { Heading } from './page/heading.js';
import { draftIn, lastingKeeper, passingKeeper } from './conversation/storage.js';
import { Pinned } from './page/pinned.js';
import { Session } from './conversation/session.js';
import { Store } from './conversation/store.js';
import { Transcript } from './page/transcript.js';
import { WayBack } from './page/way_back.js';
import { Words } from './page/words.js';

const TYPING_LASTS = 6_000;
const TO_HOST = {
  'hold.created': 'hold',
  'hold.extended': 'hold',
  'booking.confirmed': 'booking:confirmed',
  'booking.requested': 'booking:requested',
  'booking.rescheduled': 'booking:rescheduled',
  'booking.cancelled': 'booking:cancelled',
  'handoff.requested': 'handoff',
};
const TOLD = ['code', 'start', 'end', 'time_zone', 'service', 'expires_at'];

const config = JSON.parse(document.getElementById('zimun-config').textContent);
const query = new URLSearchParams(location.search);
const framed = config.mode === 'frame' && window.parent !== window;
const host = framed ? hostOrigin(query.get('host')) : null;
const root = document.documentElement;
let page = framed ? undefined : location.origin + location.pathname;
let looking = !framed;
let seen = null; // the last message that was there when the customer looked away
let unread = 0;

const words = new Words({ catalogue: config.words, locale: config.locale, dir: root.dir });
wear(query.get('theme') ?? config.theme);
for (const [name, value] of Object.entries(accentProperties(query.get('accent') ?? config.accent))) root.style.setProperty(name, value);
root.dataset.mode = framed ? 'frame' : 'page';

const keeper = lastingKeeper();
const shelf = passingKeeper();
const store = new Store(emptyConversation(greetingOf({ greeting: config.greeting })));
const session = new Session({
  config,
  store,
  keeper,
  shelf,
  opening: () => ({ locale: words.locale, time_zone: words.zone, page }),
});
const bridge = host && new Bridge({ host, hear });
const wayBack = new WayBack();
let leaveChat = () => {};
const close = bridge && !query.get('inline') && (() => bridge.tell('close'));

const announcer = h('div', { class: 'unseen', role: 'status' });
const heading = new Heading({
  words,
  name: config.name,
  close,
  pages: config.pages,
  choices: [
    { label: words.t('restart'), act: restart },
    { label: words.t('end'), act: () => session.end() },
  ],
});
const warning = h('p', { class: 'warning', role: 'alert', hidden: true });
const composer = new Composer({
  words,
  send: say,
  stop: () => session.stop(),
  draft: draftIn(shelf, `zimun:draft:${config.organization_id}`),
  tooLong: (length, longest) => warn(length ? `${words.t('too_long')} ${words.number(length)} / ${words.number(longest)}` : ''),
});
const transcript = new Transcript({
  words,
  people: { assistant: config.name },
  actions: {
    press: (block, option) => session.press(block, option),
    draft: (name) => draftIn(shelf, `zimun:${name}`),
    times: (what, wanted) => session.api.times(what, { lang: words.locale, ...wanted }),
    submit: (block, payload) => session.submit(block, payload),
    rate: (message, rating) => session.rate(message, rating),
    retry: () => session.outbox.retry(),
    now: () => session.now(),
    hold: () => store.state.hold,
    mailDomains: config.mail_domains,
    pages: config.pages,
    enter: (undo) => (isFine() || query.get('inline') ? () => {} : wayBack.enter(undo)),
    leave: () => (isFine() ? composer.field : transcript.log).focus({ preventScroll: true }),
  },
});
const pinned = new Pinned({ words, show: (id) => transcript.showBlock(id) });
const ended = h('div', { class: 'ended', hidden: true }, h('p', {}, words.t('closed')), h('button', { type: 'button', class: 'primary', onclick: restart }, words.t('begin')));
const foot = h('div', { class: 'foot' }, warning, ended, composer.element);
document.body.replaceChildren(heading.element, h('main', { 'aria-label': words.t('conversation') }, pinned.element, transcript.element, foot), announcer);

store.listen((state, change) => {
  draw(state);
  react(change, state);
});
draw(store.state);
if (store.state.status === 'new') transcript.anchorAt('greeting');
askConsent();
listenToTheWorld();
session.start(linkFollowed());
bridge?.tell('ready');
if (!framed && isFine()) composer.focus();

function draw(state) {
  const closed = state.status === 'closed';
  transcript.render(state);
  heading.update({ connection: navigator.onLine ? session.connection : 'lost', operator: state.operator, asked: state.asked });
  pinned.update(state.messages, session.now());
  composer.update({ running: Boolean(state.run) });
  ended.hidden = !closed;
  composer.element.hidden = closed;
}

function react({ event, data, before }, state) {
  if (event === 'own.sending') {
    warn('');
    fetchCards().catch(() => {});
    transcript.anchorAt(data.client_msg_id);
  }
  if (event === 'booking.confirmed') fetchCards().then(({ celebrate }) => celebrate(root)).catch(() => {});
  if (event === 'typing') stopTypingLater();
  if (event === 'refused' && !data.message?.silent) warn(refusal(data.problem));
  if (event === 'slow' && state.messages.at(-1)?.kind === 'slow') announce(words.t('slow'));
  if (event === 'participant.joined') announce(words.t('joined', { name: data.name }));
  if (event === 'message.completed') heard(data.message, before);
  if (event === 'message.block.updated' && data.block.note) told(config.name, data.block.note);
  followLanguage(data.locale ?? data.conversation?.locale);
  if (bridge && TO_HOST[event]) bridge.event(TO_HOST[event], plain(data));
  if (bridge && event === 'refused') bridge.event('error', { code: data.problem.code ?? null });
}

function heard({ id, role, text, blocks, author }, before) {
  if (role !== 'assistant' && role !== 'operator') return;
  if (before.messages.some((message) => message.id === id && message.done)) return;
  const said = [text, ...(blocks ?? []).map((block) => block.fallback_text)].filter(Boolean).join('. ');
  told(author ?? config.name, said.replaceAll('**', ''));
  bridge?.event('message', { role });
}

function told(who, text) {
  announce(`${who}: ${text}`);
  if (!looking) count(unread + 1);
}

// To the host, or where the page is the customer's own tab, in its title.
function count(messages) {
  unread = messages;
  if (bridge) bridge.event('unread', { count: unread });
  else document.title = unread ? `(${unread}) ${config.name}` : config.name;
}

function looksAway() {
  looking = false;
  seen = store.state.messages.at(-1)?.id;
}

function looksAgain() {
  looking = true;
  if (unread) store.dispatch('unread', { after: seen });
  if (unread) count(0);
}

// The host learns of times and codes, never of names, addresses or what was said.
const plain = (data) => Object.fromEntries(TOLD.filter((name) => name in data).map((name) => [name, data[name]]));

function hear({ type, focus, full, page: from, text, token, theme, lang }) {
  if (type === 'open') {
    page = from;
    looksAgain();
    if (focus) begin();
    if (full) leaveChat = wayBack.enter(close);
  } else if (type === 'close') {
    looksAway();
    leaveChat();
  } else if (type === 'send') say(text);
  else if (type === 'identify') session.identify(token);
  else if (type === 'reset') restart();
  else if (type === 'theme') wear(theme);
  else if (type === 'locale') {
    query.set('chosen', '1');
    speak(lang);
  }
}

// Whoever writes in another of our languages than the page's reads the whole chat in it, unless the site has chosen one.
function followLanguage(locale) {
  const lang = locale?.slice(0, 2);
  if (!query.has('chosen') && config.languages.includes(lang) && lang !== words.locale.slice(0, 2)) speak(lang);
}

// Nothing is lost by loading anew: the conversation is on the server.
function speak(lang) {
  query.set('lang', lang);
  location.replace(`${location.pathname}?${query}`);
}

function say(text) {
  if (text.trim() && store.state.status !== 'closed') session.say(text.trim());
}

function restart() {
  session.restart();
  composer.clear();
  transcript.anchorAt('greeting');
  begin();
}

// Where there is a keyboard on the screen, it opens when the customer taps the field and not before.
function begin() {
  (isFine() ? composer.field : heading.title).focus({ preventScroll: true });
}

function isFine() {
  return matchMedia('(pointer: fine)').matches;
}

// A link of an e-mail continues a conversation; what proves it goes from the address at once.
function linkFollowed() {
  const link = !framed && new URLSearchParams(location.hash.slice(1)).get('continue');
  if (link) history.replaceState(null, '', location.pathname + location.search);
  return link;
}

// What the site asks for comes before the first word: until then there is nothing to write in.
function askConsent() {
  const notice = query.get('consent');
  if (!notice || notice === 'false') return;
  root.classList.add('unasked');
  consented({ words, config, keeper, notice, place: foot }).then(() => {
    root.classList.remove('unasked');
    if (looking) begin();
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
  if (code === 'input_closed' || code === 'slot_token_expired') return words.t('no_choice');
  return detail ?? words.t('failed');
}

// One announcement for each finished message; history is never read again.
function announce(text) {
  announcer.textContent = text;
}

function wear(theme) {
  root.dataset.theme = ['light', 'dark'].includes(theme) ? theme : 'auto';
}

function listenToTheWorld() {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !heading.closeMenu()) close?.();
  });
  document.addEventListener('visibilitychange', () => {
    const visible = document.visibilityState === 'visible';
    if (visible) session.wake();
    if (!framed) visible ? looksAgain() : looksAway();
  });
  window.addEventListener('online', () => session.wake());
  for (const event of ['online', 'offline']) window.addEventListener(event, () => draw(store.state));
  window.addEventListener('pageshow', () => session.wake());
}
