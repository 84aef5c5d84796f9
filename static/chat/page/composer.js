// Where the customer writes. Enter sends, Shift and Enter makes a new line; while an answer is being
// written and nothing is typed, the same button stops it. What is not sent yet outlives a reload.
import { h, icon } from './elements.js';

const LONGEST = 4000; // characters, as the server takes them

export class Composer {
  #running = false;

  // draft: {read(), write(text)}; tooLong(length, longest) is told of a text that cannot be sent, and of 0 once it can.
  constructor({ words, send, stop, draft, tooLong }) {
    Object.assign(this, { words, draft, tooLong });
    this.field = h('textarea', {
      rows: '1', placeholder: words.t('write'), 'aria-label': words.t('write'), enterkeyhint: 'send', autocomplete: 'off',
      oninput: () => this.#changed(),
      onkeydown: (event) => this.#key(event),
    });
    this.button = h('button', { type: 'submit', class: 'send' });
    this.element = h('form', {
      class: 'composer',
      onsubmit: (event) => {
        event.preventDefault();
        if (this.#stops()) stop();
        else this.#submit(send);
      },
    }, this.field, this.button);
    this.field.value = draft.read();
    this.#refresh();
  }

  // Whoever pasted a text that is too long keeps all of it, to shorten it.
  #changed() {
    this.draft.write(this.field.value);
    this.#refresh();
    const { length } = [...this.field.value.trim()];
    this.tooLong(length > LONGEST ? length : 0, LONGEST);
  }

  clear() {
    this.field.value = '';
    this.#changed();
  }

  update({ running }) {
    this.#running = running;
    this.#refresh();
  }

  focus() {
    this.field.focus({ preventScroll: true });
  }

  #stops() {
    return this.#running && !this.field.value.trim();
  }

  #submit(send) {
    const text = this.field.value.trim();
    if (!text || [...text].length > LONGEST) return;
    this.clear();
    send(text);
  }

  #key(event) {
    // 229: a key that an input method is still composing with.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (this.field.value.trim()) this.element.requestSubmit();
  }

  #refresh() {
    const shape = this.#stops() ? 'stop' : 'send';
    if (this.shape !== shape) {
      this.shape = shape;
      this.button.setAttribute('aria-label', this.words.t(shape));
      this.button.replaceChildren(icon(shape));
    }
    this.button.classList.toggle('idle', shape === 'send' && !this.field.value.trim());
    this.field.dir = this.field.value ? 'auto' : this.words.dir;
    this.field.style.height = 'auto';
    this.field.style.height = `${Math.min(this.field.scrollHeight, 132)}px`;
  }
}
