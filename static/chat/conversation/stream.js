// The conversation's event stream, read so that nothing is lost and nothing is shown twice: the cursor
// moves only after an event has been applied, and every connection resumes at the cursor.
import { EventParser } from './sse.js';

const TIMING = {
  silence: 40_000, // the server pings every 15 s
  firstByte: 8_000, // it greets at once: whoever is silent for so long is a proxy that buffers
  backoff: 1_000,
};
const POLLS_BEFORE_RETRY = 12; // about five minutes of polling, then streaming is tried again
const MODES = ['GET', 'POST', 'poll'];

export class StreamReader {
  #running = false;
  #turn = 0;
  #attempt = null;
  #endRest = null;
  #mode = 0;
  #failures = 0;
  #fruitless = 0;
  #heardAt = 0;

  /**
   * connect(method, cursor, signal) -> Response of text/event-stream; poll(cursor, signal) -> {events, cursor};
   * apply({id, event, data}) may reject, then the event comes again; onState('connecting' | 'live' | 'lost' | 'gone').
   */
  constructor({ connect, poll, apply, onState = () => {}, random = Math.random, timing = {} }) {
    Object.assign(this, { connect, poll, apply, onState, random, timing: { ...TIMING, ...timing } });
    this.cursor = null;
  }

  // Also while running: go on from another cursor.
  start(cursor) {
    this.cursor = cursor;
    this.#hurry();
    if (!this.#running) {
      this.#running = true;
      this.#turn += 1;
      this.finished = this.#run(this.#turn);
    }
  }

  stop() {
    this.#running = false;
    this.#hurry();
  }

  // The page is seen again or the network is back: wait out neither a pause nor a dead line.
  wake() {
    if (this.#endRest || Date.now() - this.#heardAt > this.timing.silence / 2) this.#hurry();
  }

  #hurry() {
    this.#attempt?.abort('hurry');
    this.#endRest?.();
  }

  async #run(turn) {
    const current = () => this.#running && this.#turn === turn;
    while (current()) {
      const attempt = new AbortController();
      this.#attempt = attempt;
      this.onState('connecting');
      let failure = null;
      try {
        await (MODES[this.#mode] === 'poll' ? this.#pollFor(attempt) : this.#stream(attempt));
      } catch (problem) {
        failure = problem;
      }
      const hurried = attempt.signal.reason === 'hurry';
      attempt.abort();
      if (!current()) return;
      if (!hurried && [401, 403, 404, 410].includes(failure?.status)) return this.#gone();
      this.onState('lost');
      if (!hurried) await this.#rest(failure);
    }
  }

  #gone() {
    this.#running = false;
    this.onState('gone');
  }

  async #stream(attempt) {
    const watch = this.#watch(attempt, this.timing.firstByte);
    let answered = false;
    let events = 0;
    try {
      const response = await this.connect(MODES[this.#mode], this.cursor, attempt.signal);
      const parser = new EventParser();
      answered = true;
      for await (const bytes of chunks(response.body, attempt.signal)) {
        watch.heard();
        for (const event of parser.push(bytes)) {
          await this.#take({ ...event, data: JSON.parse(event.data) }, attempt);
          events += 1;
        }
      }
    } finally {
      watch.clear();
      const hurried = attempt.signal.reason === 'hurry';
      if (!hurried) this.#learn(events > 0 || !(answered || watch.expired()));
    }
    if (!events && !attempt.signal.aborted) throw new Error('The stream ended before its first event.');
  }

  async #pollFor(attempt) {
    for (let polls = 0; polls < POLLS_BEFORE_RETRY && !attempt.signal.aborted; polls += 1) {
      const watch = this.#watch(attempt, this.timing.silence);
      try {
        const { events, cursor } = await this.poll(this.cursor, attempt.signal);
        this.#alive();
        for (const event of events) await this.#take(event, attempt);
        if (cursor && !attempt.signal.aborted) this.cursor = cursor;
      } finally {
        watch.clear();
      }
    }
    this.#mode = 0;
  }

  async #take(event, attempt) {
    if (attempt.signal.aborted) return;
    this.#alive();
    await this.apply(event);
    // Applying may have fetched the conversation and restarted us at its cursor: leave that one alone.
    if (event.id && !attempt.signal.aborted) this.cursor = event.id;
  }

  #alive() {
    this.#heardAt = Date.now();
    this.#failures = 0;
    this.onState('live');
  }

  #watch(attempt, patience) {
    let expired = false;
    const expire = () => {
      expired = true;
      attempt.abort('silence');
    };
    let timer = setTimeout(expire, patience);
    const clear = () => clearTimeout(timer);
    return {
      clear,
      expired: () => expired,
      heard: () => {
        this.#heardAt = Date.now();
        clear();
        timer = setTimeout(expire, this.timing.silence);
      },
    };
  }

  // Answered, but nothing came through: something on the way holds streams back, so ask in another way.
  #learn(fine) {
    this.#fruitless = fine ? 0 : this.#fruitless + 1;
    if (this.#fruitless < (MODES[this.#mode] === 'GET' ? 2 : 1)) return;
    this.#fruitless = 0;
    this.#mode += 1;
  }

  #rest(failure) {
    const { backoff } = this.timing;
    if (failure) this.#failures += 1;
    const longest = Math.min(30, 2 ** this.#failures / 2) * backoff;
    const wait = Math.max((failure?.retryAfter ?? 0) * 1000, longest * (0.2 + 0.8 * this.random()));
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, wait);
      this.#endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    }).then(() => { this.#endRest = null; });
  }
}

// Safari cannot iterate a ReadableStream with for await.
async function* chunks(body, signal) {
  const reader = body.getReader();
  signal.addEventListener('abort', () => reader.cancel().catch(() => {}));
  for (;;) {
    const { done, value } = await reader.read();
    if (done || signal.aborted) return;
    yield value;
  }
}
