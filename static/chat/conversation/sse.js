// Server-sent events out of a byte stream (WHATWG HTML, "Parsing an event stream").

export class EventParser {
  #decoder = new TextDecoder();
  #rest = '';
  #event = fresh();

  // Bytes in, the events they complete out: {id, event, data} with data as text; id null when absent.
  push(bytes) {
    const text = this.#rest + this.#decoder.decode(bytes, { stream: true });
    // A lone CR at the end may be the first half of CRLF: leave it for the next bytes.
    const lines = text.slice(0, text.endsWith('\r') ? -1 : undefined).split(/\r\n|\r|\n/);
    this.#rest = lines.pop() + (text.endsWith('\r') ? '\r' : '');
    return lines.map((line) => this.#line(line)).filter(Boolean);
  }

  #line(line) {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return null;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#event.data.push(value);
    else if (field === 'event') this.#event.event = value;
    else if (field === 'id') this.#event.id = value;
    return null;
  }

  #dispatch() {
    const { id, event, data } = this.#event;
    this.#event = fresh();
    return data.length ? { id, event, data: data.join('\n') } : null;
  }
}

const fresh = () => ({ id: null, event: 'message', data: [] });
