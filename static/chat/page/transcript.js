// The messages on the page: each change of the conversation is drawn into the nodes that are there.
import { directionOf } from './direction.js';
import { renderBlock } from '../blocks/blocks.js';
import { h, icon } from './elements.js';
import { drawText } from './markdown.js';

const NEAR = 48; // px from the end that still count as "at the end"
const NOTES = ['joined', 'left', 'handoff', 'failed', 'slow', 'unread'];
const RATINGS = { up: 'helpful', down: 'unhelpful' };

export class Transcript {
  #rows = new Map();
  #days = new Map();
  #following = true;
  #anchor = null;
  #scrolledTo = 0;

  // people: {assistant} names; actions: {press, submit, rate, retry, now, hold, leave}.
  constructor({ words, people, actions }) {
    Object.assign(this, { words, people, actions });
    this.list = h('div', { class: 'messages' });
    this.status = h('span', {});
    this.typing = h('div', { class: 'typing', hidden: true }, h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')), this.status);
    this.log = h('div', { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': words.t('conversation'), tabindex: '0' }, this.list, this.typing);
    this.jump = h('button', { type: 'button', class: 'jump', 'aria-label': words.t('newest'), hidden: true, onclick: () => this.toEnd() }, icon('down'));
    this.element = h('div', { class: 'transcript' }, this.log, this.jump);
    this.log.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    const observer = new ResizeObserver(() => this.#follow());
    [this.log, this.list].forEach((one) => observer.observe(one));
  }

  render(state) {
    this.state = state;
    const rows = state.messages.filter(worthShowing).map((message) => this.#rowOf(message));
    const kept = new Set(rows);
    for (const [key, row] of this.#rows) if (!kept.has(row)) this.#remove(key, row);
    const elements = this.#withDays(rows);
    for (const [day, element] of this.#days) if (!elements.includes(element)) this.#forgetDay(day, element);
    elements.forEach((element, at) => {
      if (this.list.children[at] !== element) this.list.insertBefore(element, this.list.children[at] ?? null);
    });
    this.#drawTyping(state);
    // Whoever comes back is at the newest message, not where everybody begins.
    if (state.status !== 'new' && this.#anchor?.key === 'greeting') this.#anchor = null;
    this.#follow();
  }

  // Between messages of different days stands which day begins; above the first only where that is not today.
  #withDays(rows) {
    const today = new Date().toDateString();
    let last = today;
    return rows.flatMap(({ element, message }) => {
      const day = message.created_at ? new Date(message.created_at).toDateString() : last;
      if (day === last) return [element];
      last = day;
      if (!this.#days.has(day)) this.#days.set(day, h('p', { class: 'note day' }, this.words.dayAgo(message.created_at)));
      return [this.#days.get(day), element];
    });
  }

  #forgetDay(day, element) {
    element.remove();
    this.#days.delete(day);
  }

  toEnd() {
    this.#anchor = null;
    this.#following = true;
    this.#follow();
  }

  // What was just said stays in sight at the top while a long answer unrolls below it.
  anchorAt(key) {
    this.#following = true;
    this.#anchor = this.#rows.get(key)?.element ?? null;
    this.#follow();
  }

  showBlock(id) {
    this.#following = false;
    this.log.querySelector(`[data-block="${id}"]`)?.scrollIntoView({ block: 'start' });
  }

  #rowOf(message) {
    const key = message.client_msg_id ?? message.id;
    let row = this.#rows.get(key);
    if (row?.message === message) return row;
    if (!row) {
      row = message.role === 'note' || message.role === 'system' ? this.#newNote() : this.#newRow(message);
      row.element.key = key;
      this.#rows.set(key, row);
    }
    row.message = message;
    if (row.note) row.note.textContent = NOTES.includes(message.kind) ? this.#noteText(message) : message.text;
    else this.#draw(row);
    return row;
  }

  #newNote() {
    const note = h('p', { class: 'note', dir: 'auto' });
    return { element: note, note };
  }

  #newRow({ role }) {
    const author = h('span', { class: 'unseen' });
    const sent = h('time', { class: 'sent unseen' });
    const body = h('div', { class: 'bubble', dir: 'auto', onclick: ({ target }) => target.closest('a') || sent.classList.toggle('unseen') });
    const blocks = h('div', { class: 'blocks' });
    const delivery = h('p', { class: 'delivery', hidden: true });
    const element = h('div', { class: `message ${role}` }, author, body, sent, blocks, delivery);
    const thumbs = role === 'assistant' && this.#newThumbs(element);
    return { element, author, body, sent, blocks, delivery, thumbs, drawn: new Map() };
  }

  #newThumbs(element) {
    const rate = (rating) => () => this.actions.rate(this.#rows.get(element.key).message, rating);
    const thumb = (rating) => h('button', { type: 'button', class: `thumb ${rating}`, 'aria-label': this.words.t(RATINGS[rating]), onclick: rate(rating) }, icon('helpful'));
    const thumbs = h('div', { class: 'thumbs', role: 'group', 'aria-label': this.words.t('feedback') }, thumb('up'), thumb('down'));
    element.append(thumbs);
    return thumbs;
  }

  #draw(row) {
    const { message } = row;
    row.author.textContent = `${this.#authorOf(message)}:`;
    row.body.hidden = !message.text;
    row.body.dir = directionOf(message.text ?? '');
    drawText(row.body, message.text, { plain: message.role === 'customer', done: message.done });
    row.element.classList.toggle('streaming', message.done === false);
    row.element.classList.toggle('failed', message.delivery === 'failed');
    this.#drawSent(row);
    this.#drawBlocks(row);
    this.#drawDelivery(row);
    if (row.thumbs) this.#drawThumbs(row);
  }

  // When it was said: heard by whoever cannot see, shown to whoever taps the words.
  #drawSent({ sent, message: { created_at: at, text, done } }) {
    if (!at || !text || done === false || sent.dateTime === at) return;
    sent.dateTime = at;
    sent.textContent = this.words.time(at);
  }

  // What came of it is rated: where something was booked, moved or cancelled.
  #drawThumbs({ thumbs, message }) {
    thumbs.hidden = !message.done || !message.blocks.some(({ type }) => type === 'booking_card');
    for (const thumb of thumbs.children) {
      thumb.setAttribute('aria-pressed', String(thumb.classList.contains(message.feedback)));
    }
  }

  #authorOf({ role, author }) {
    return role === 'customer' ? this.words.t('you') : author ?? this.people.assistant;
  }

  #drawBlocks({ message, blocks, drawn }) {
    const present = new Set(message.blocks.map(({ id }) => id));
    for (const [id, { node }] of drawn) if (!present.has(id)) { node?.remove(); drawn.delete(id); }
    for (const block of message.blocks) this.#drawBlock(block, blocks, drawn);
    blocks.hidden = !blocks.childElementCount;
  }

  #drawBlock(block, blocks, drawn) {
    const key = JSON.stringify(block);
    const old = drawn.get(block.id);
    if (old?.key === key) return;
    const node = renderBlock(block, { words: this.words, actions: this.actions, old: old?.node });
    const focused = old?.node?.contains(document.activeElement);
    if (old?.node && node) old.node.replaceWith(node);
    else if (node) blocks.append(node);
    else old?.node?.remove();
    drawn.set(block.id, { key, node });
    if (focused && node !== old.node) this.actions.leave();
  }

  #drawDelivery({ delivery, message }) {
    delivery.hidden = !message.delivery || message.delivery === 'sent';
    if (message.delivery === 'sending') delivery.replaceChildren(this.words.t('sending'));
    if (message.delivery === 'failed') {
      delivery.replaceChildren(
        `${message.reason ?? this.words.t('not_sent')} `,
        h('button', { type: 'button', class: 'link', onclick: () => this.actions.retry(message) }, this.words.t('retry')),
      );
    }
  }

  #noteText({ kind, text, phone, email }) {
    if (kind === 'slow') return [this.words.t(kind), phone && this.words.t('call', { phone: `\u2066${phone}\u2069` }), email && this.words.t('mail', { email })].filter(Boolean).join(' · ');
    if (kind === 'failed' && text) return text;
    return this.words.t(kind, { name: text });
  }

  #drawTyping({ run, typing, messages, operator, status }) {
    const last = messages.at(-1);
    const awaited = !operator && status === 'open' && last?.role === 'customer' && ['sending', 'sent'].includes(last.delivery) && navigator.onLine;
    const speaking = last?.done === false && last.text;
    this.typing.hidden = !(run && (!speaking || run.label)) && !typing && !awaited;
    const who = typing ? this.words.t('writing', { name: typing === true || typing === 'operator' ? operator ?? this.people.assistant : typing }) : '';
    this.status.textContent = run?.label ?? who;
  }

  #remove(key, row) {
    row.element.remove();
    this.#rows.delete(key);
    if (this.#anchor === row.element) this.#anchor = null;
  }

  #end() {
    return this.log.scrollHeight - this.log.clientHeight;
  }

  #follow() {
    const shown = this.#toAnswer() ?? this.#anchor;
    const top = shown?.isConnected ? shown.getBoundingClientRect().top - this.log.getBoundingClientRect().top + this.log.scrollTop - 12 : Infinity;
    if (this.#following) this.log.scrollTop = Math.min(this.#end(), top);
    this.#scrolledTo = this.log.scrollTop;
    this.#offerJump();
  }

  // A finished answer that waits for a yes is read from the card on, so that its buttons are in sight.
  #toAnswer() {
    const last = this.state?.messages.at(-1);
    const asks = last?.done && last.role === 'assistant' && last.blocks.findLast(({ type, state }) => ['summary', 'form'].includes(type) && state === 'open');
    return asks ? this.#rows.get(last.id)?.drawn.get(asks.id)?.node : null;
  }

  #scrolled() {
    const { scrollTop } = this.log;
    if (scrollTop < this.#scrolledTo - 2) this.#following = false;
    if (this.#end() - scrollTop < NEAR) this.#following = true;
    else if (scrollTop > this.#scrolledTo + 2) this.#following = false;
    this.#scrolledTo = scrollTop;
    this.#offerJump();
  }

  #offerJump() {
    // Kept in place by the browser, whoever is at the end would seem to have scrolled away from it.
    this.log.style.overflowAnchor = this.#following ? 'none' : '';
    this.jump.hidden = this.#following || this.#end() - this.log.scrollTop < 2 * NEAR;
  }
}

const worthShowing = ({ text, blocks, role }) => text || blocks?.length || role === 'note';
