// What the customer said and the server has not got yet. One message at a time and in order; sending is
// repeated with the same client_msg_id, which the server answers once; nothing is dropped in silence.

const TRIES = 6; // about a minute; then the customer decides
const MAY_PASS = [408, 425, 429, 500, 502, 503, 504];

export class Outbox {
  #queue = [];
  #sending = false;
  #endRest = null;

  /**
   * deliver(message) -> receipt, or rejects with {status?, retryAfter?} (no status: the network);
   * on: {sending, delivered(message, receipt), failed(message, problem), refused(message, problem)};
   * shelf: {read(), write(messages)} keeps the queue over a reload.
   */
  constructor({ deliver, on, shelf, random = Math.random, backoff = 1000 }) {
    Object.assign(this, { deliver, on, shelf, random, backoff });
  }

  restore() {
    for (const message of this.shelf.read()) this.add(message);
  }

  // message: {client_msg_id, text} or {client_msg_id, input_id, payload?}, plus what the caller wants back.
  add(message) {
    this.#queue.push({ message, tries: 0, stuck: false });
    this.#keep();
    this.on.sending(message);
    this.#drain();
  }

  retry() {
    for (const entry of this.#queue.filter(({ stuck }) => stuck)) {
      Object.assign(entry, { stuck: false, tries: 0 });
      this.on.sending(entry.message);
    }
    this.wake();
  }

  wake() {
    this.#endRest?.();
    this.#drain();
  }

  clear() {
    this.#queue = [];
    this.#keep();
  }

  async #drain() {
    if (this.#sending) return;
    this.#sending = true;
    while (this.#queue.length && !this.#queue[0].stuck) await this.#sendFirst(this.#queue[0]);
    this.#sending = false;
  }

  async #sendFirst(entry) {
    try {
      const receipt = await this.deliver(entry.message);
      this.#drop(entry);
      this.on.delivered(entry.message, receipt);
    } catch (problem) {
      if (problem.status && !MAY_PASS.includes(problem.status)) {
        this.#drop(entry);
        this.on.refused(entry.message, problem);
      } else await this.#later(entry, problem);
    }
  }

  async #later(entry, problem) {
    entry.tries += 1;
    if (entry.tries >= TRIES) {
      entry.stuck = true;
      this.on.failed(entry.message, problem);
      return;
    }
    const wait = Math.max((problem.retryAfter ?? 0) * 1000, this.backoff * 2 ** entry.tries * (0.3 + 0.7 * this.random()));
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(wait, 30 * this.backoff));
      this.#endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#endRest = null;
  }

  #drop(entry) {
    this.#queue = this.#queue.filter((other) => other !== entry);
    this.#keep();
  }

  #keep() {
    this.shelf.write(this.#queue.map(({ message }) => message));
  }
}
