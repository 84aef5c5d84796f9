// The store: the state of the conversation, changed by events, and who listens to it.
import { GAP, reduce } from './conversation.js';

export class Store {
  #listeners = [];

  constructor(state) {
    this.state = state;
  }

  // False when something was missed and the conversation must be fetched; the state is then as before.
  dispatch(event, data = {}) {
    const next = reduce(this.state, event, data);
    if (next === GAP) return false;
    const before = this.state;
    this.state = next;
    for (const listener of this.#listeners) listener(next, { event, data, before });
    return true;
  }

  listen(listener) {
    this.#listeners.push(listener);
  }
}
