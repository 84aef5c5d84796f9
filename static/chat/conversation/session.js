// One customer's conversation: the store, the stream, the outbox and the calls, held together. No DOM.
import { ChatApi, isGone } from './api.js';
import { Outbox } from './outbox.js';
import { emptyConversation, greetingOf } from './conversation.js';
import { newId } from './ids.js';
import { shelfIn } from './storage.js';
import { StreamReader } from './stream.js';

export class Session {
  #gone = 0;
  #slow = null;
  #forms = new Map();

  /**
   * config: {organization_id, greeting, starters?}; store: a Store of store.js; opening() -> {locale, time_zone, page};
   * keeper and shelf: Storage-like, for the token (lasting) and for unsent messages (this tab).
   */
  constructor({ config, store, opening, keeper, shelf, base, timing, random }) {
    Object.assign(this, { config, store, opening });
    this.api = new ChatApi({ organizationId: config.organization_id, keeper, base });
    this.connection = 'idle';
    this.serverAhead = 0;
    this.slowAfter = timing?.slow ?? 20_000;
    this.reader = new StreamReader({
      connect: (method, cursor, signal) => this.api.events(method, cursor, signal),
      poll: (cursor, signal) => this.api.poll(cursor, signal),
      apply: (event) => this.#apply(event),
      onState: (state) => this.#connected(state),
      timing,
      random,
    });
    this.outbox = new Outbox({
      deliver: (message) => this.#deliver(message),
      shelf: shelfIn(shelf, `zimun:unsent:${config.organization_id}`),
      backoff: timing?.backoff,
      random,
      on: {
        sending: (message) => this.store.dispatch('own.sending', { ...message, text: message.text ?? message.shown, created_at: new Date(this.now()).toISOString() }),
        delivered: (message, receipt) => this.#delivered(message, receipt),
        failed: (message) => this.#failed(message, null),
        refused: (message, problem) => this.#refused(message, problem),
      },
    });
  }

  // A conversation begun earlier is taken up; a new one is made with the first message only. link: of an e-mail, where one was followed.
  async start(link) {
    if (link) await this.api.resume(link).catch((problem) => this.store.dispatch('refused', { problem }));
    if (this.api.access) await this.#resume();
    else this.#greet();
    this.outbox.restore();
  }

  say(text) {
    this.outbox.add({ client_msg_id: newId(), text });
  }

  press(block, { input_id, label, payload, starter, slot_id, party_size }) {
    this.store.dispatch('block.pressed', { block_id: block.id, input_id: input_id ?? slot_id ?? label });
    this.outbox.add({ client_msg_id: newId(), input_id, payload, starter, slot_id, party_size, shown: label, block_id: block.id });
  }

  // What the site says of its customer, signed by its server. Told once there is a conversation it can be said in.
  identify(token) {
    this.identity = token;
    if (this.api.access) this.#introduce().catch(() => {});
  }

  rate({ id, feedback }, rating) {
    const given = rating === feedback ? null : rating;
    this.store.dispatch('feedback.recorded', { message_id: id, rating: given });
    this.api.rate(id, given).catch(() => this.store.dispatch('feedback.recorded', { message_id: id, rating: feedback }));
  }

  // Resolves when the server took the form, rejects with its Problem (errors by field).
  submit(block, payload) {
    return new Promise((resolve, reject) => {
      const message = { client_msg_id: newId(), input_id: block.input_id, payload, silent: true, block_id: block.id };
      this.#forms.set(message.client_msg_id, { resolve, reject });
      this.outbox.add(message);
    });
  }

  stop() {
    const { run } = this.store.state;
    if (run) this.api.cancel(run.run_id).catch(() => {});
  }

  wake() {
    this.reader.wake();
    this.outbox.wake();
  }

  // Forgets the conversation on this device and greets anew.
  restart() {
    this.rest();
    this.outbox.clear();
    this.api.forget();
    this.connection = 'idle';
    this.store.state = emptyConversation(greetingOf(this.config));
    this.store.dispatch('restarted');
  }

  // What was booked in the last moment stands in the rows: it is shown before the conversation is forgotten here.
  async end() {
    try {
      if (this.api.access) {
        await this.api.end();
        await this.#refetch().catch(() => {});
      }
    } catch (problem) {
      if (!isGone(problem)) return this.store.dispatch('refused', { problem });
    }
    this.rest();
    this.outbox.clear();
    this.api.forget();
    this.store.dispatch('conversation.closed');
  }

  // Milliseconds since the epoch by the server's clock, for countdowns.
  now() {
    return Date.now() + this.serverAhead;
  }

  // What there is to press before anything was said is drawn for those alone who have said nothing yet.
  #greet() {
    this.store.dispatch('greeting', { message: greetingOf(this.config) });
  }

  async #resume() {
    try {
      await this.#refetch();
    } catch (problem) {
      if (isGone(problem)) {
        this.api.forget();
        return this.#greet();
      }
      this.#connected('lost');
      await new Promise((resolve) => { setTimeout(resolve, 3000); });
      if (this.api.access) await this.#resume();
    }
  }

  async #refetch() {
    const view = await this.api.view();
    this.#setClock(view.server_time);
    this.organization = view.organization;
    this.store.dispatch('snapshot', { conversation: view });
    if (view.status === 'closed') this.reader.stop();
    else this.reader.start(view.cursor);
  }

  async #apply({ event, data }) {
    if (event === 'hello') this.#setClock(data.server_time);
    if (['run.completed', 'run.failed', 'run.cancelled'].includes(event)) clearTimeout(this.#slow);
    if (event === 'snapshot') this.#snapshot(data.conversation);
    else if (!this.store.dispatch(event, data)) await this.#refetch();
    if (event === 'conversation.closed') await this.#refetch().catch(() => this.reader.stop());
  }

  #snapshot(conversation) {
    this.store.dispatch('snapshot', { conversation });
    this.reader.start(conversation.cursor);
  }

  #setClock(time) {
    if (time) this.serverAhead = Date.parse(time) - Date.now();
  }

  #connected(state) {
    if (state === this.connection) return;
    this.connection = state;
    if (state === 'gone') this.api.forget();
    this.store.dispatch('connection', { state });
  }

  async #deliver(message) {
    if (!this.api.access) await this.#create();
    return this.api.post(this.#withButton(message));
  }

  // A starter stands on the page before there is a conversation; its button is known once there is one.
  #withButton({ starter, ...message }) {
    if (starter === undefined) return message;
    const button = this.starters?.[starter];
    return button ? { ...message, input_id: button.input_id } : { ...message, text: message.shown };
  }

  // Somebody else's conversation, left on a shared device, is not theirs to see.
  async #introduce() {
    try {
      await this.api.identify(this.identity);
    } catch (problem) {
      if (problem.code === 'another_customer') this.restart();
      else if (problem.status) this.store.dispatch('refused', { problem, message: { silent: true } });
    }
  }

  async #create() {
    const made = await this.api.create(this.opening());
    if (!this.config.greeting && made.greeting) {
      this.store.dispatch('greeting', { message: { ...greetingOf(made), blocks: [] } });
    }
    this.starters = made.blocks?.[0]?.options;
    this.organization = made.organization;
    if (this.identity) await this.#introduce();
    this.reader.start(made.cursor);
  }

  #delivered(message, receipt) {
    this.#gone = 0;
    this.store.dispatch('own.delivered', { ...message, ...receipt });
    if (receipt.run_id && !message.silent) this.#expect();
    this.#forms.get(message.client_msg_id)?.resolve(receipt);
    if (message.silent) this.store.dispatch('block.closed', message);
    this.#forms.delete(message.client_msg_id);
  }

  // No answer is expected any more.
  rest() {
    clearTimeout(this.#slow);
    this.reader.stop();
  }

  // Nobody waits for an answer in silence: a worker may be dead, and the customer may have a telephone.
  #expect() {
    clearTimeout(this.#slow);
    const { phone, email } = this.organization ?? {};
    this.#slow = setTimeout(() => this.store.dispatch('slow', { phone, email }), this.slowAfter);
  }

  #failed(message, problem) {
    this.store.dispatch('own.failed', { ...message, reason: problem?.detail });
    this.#forms.get(message.client_msg_id)?.reject(problem ?? {});
    this.#forms.delete(message.client_msg_id);
  }

  #refused(message, problem) {
    if (isGone(problem) && message.text && this.#gone === 0) return this.#beginAgain(message);
    if (message.block_id && !message.silent) this.store.dispatch('block.pressed', { block_id: message.block_id, input_id: null });
    if (['input_closed', 'slot_token_expired'].includes(problem.code)) {
      this.store.dispatch('own.withdrawn', message);
      if (message.block_id === 'opening') this.#greet();
      else this.#refetch().catch(() => {});
    }
    this.#failed(message, problem);
    this.store.dispatch('refused', { problem, message });
  }

  // The conversation was deleted or its token ran out: what was just said opens a new one.
  #beginAgain(message) {
    this.#gone += 1;
    this.reader.stop();
    this.api.forget();
    this.outbox.add(message);
  }
}
