// The chat's HTTP calls, and the conversation's token, kept per organization in this frame's storage.

const BASE = '/chat/v1/conversations';
const PATIENCE_MS = 20_000;

// A refusal in the server's words (RFC 9457); without status: the network failed.
export class Problem extends Error {
  constructor({ status, code, detail, errors }, retryAfter) {
    super(detail || code || 'The network failed.');
    Object.assign(this, { status, code, detail, errors, retryAfter });
  }
}

export class ChatApi {
  #creating = null;

  // keeper: Storage-like {getItem, setItem, removeItem}; base is only given by tests.
  constructor({ organizationId, keeper, base = BASE }) {
    Object.assign(this, { organizationId, keeper, base, slot: `zimun:${organizationId}` });
    this.access = JSON.parse(keeper.getItem(this.slot) ?? 'null');
  }

  // opening: {locale, time_zone, page}; asked twice at once, the conversation is made once.
  create(opening) {
    this.#creating ??= this.#call('', { body: { organization_id: this.organizationId, ...opening }, open: true })
      .then((made) => {
        this.keep(made);
        return made;
      })
      .finally(() => { this.#creating = null; });
    return this.#creating;
  }

  keep({ conversation_id: id, token }) {
    this.access = { id, token };
    this.keeper.setItem(this.slot, JSON.stringify(this.access));
  }

  forget() {
    this.access = null;
    this.keeper.removeItem(this.slot);
  }

  view() {
    return this.#call(`/${this.access.id}`);
  }

  // link: what stood in an e-mail, signed by the server.
  async resume(link) {
    this.keep(await this.#call('/resume', { body: { link }, open: true }));
  }

  identify(token) {
    return this.#call(`/${this.access.id}/identity`, { body: { token } });
  }

  rate(messageId, rating) {
    return this.#call(`/${this.access.id}/messages/${messageId}/feedback`, { body: { rating } });
  }

  end() {
    return this.#call(`/${this.access.id}/end`, { body: {} });
  }

  post({ client_msg_id, text, input_id, payload, slot_id, party_size }) {
    return this.#call(`/${this.access.id}/messages`, { body: { client_msg_id, text, input_id, payload, slot_id, party_size } });
  }

  // Free times, before there is a conversation and within it. what: "days" or "day"; wanted: as the server's `WantedTimes`.
  times(what, wanted) {
    const body = { organization_id: this.organizationId, conversation_id: this.access?.id, ...wanted };
    return this.#call(`/${what}`, { body, open: !this.access, base: this.base.replace(/conversations$/, 'times') });
  }

  cancel(runId) {
    return this.#call(`/${this.access.id}/runs/${runId}/cancel`, { body: {} });
  }

  async events(method, cursor, signal) {
    const response = await this.#fetch(`${this.base}/${this.access.id}/events${after(cursor)}`, {
      method,
      signal,
      headers: { Accept: 'text/event-stream' },
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  poll(cursor, signal) {
    return this.#call(`/${this.access.id}/events${after(cursor)}${cursor ? '&' : '?'}wait=25`, { signal });
  }

  async #call(path, { body, signal = AbortSignal.timeout(PATIENCE_MS), open = false, base = this.base } = {}) {
    const response = await this.#fetch(base + path, {
      method: body ? 'POST' : 'GET',
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body && JSON.stringify(body),
      signal,
    }, open);
    if (!response.ok) throw await problemOf(response);
    return response.json();
  }

  async #fetch(address, { headers, ...options }, open = false) {
    const bearer = open ? {} : { Authorization: `Bearer ${this.access.token}` };
    try {
      return await fetch(address, { ...options, headers: { ...headers, ...bearer }, cache: 'no-store', credentials: 'omit' });
    } catch {
      throw new Problem({});
    }
  }
}

const after = (cursor) => (cursor ? `?after=${encodeURIComponent(cursor)}` : '');

async function problemOf(response) {
  const body = await response.json().catch(() => ({}));
  return new Problem({ ...body, status: response.status }, Number(response.headers.get('Retry-After')) || undefined);
}

// Whether a conversation is not there any more, or not for this token.
export const isGone = ({ status }) => [401, 403, 404, 410].includes(status);
