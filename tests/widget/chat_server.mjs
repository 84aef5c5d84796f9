// A small real server that speaks the chat's wire contract and misbehaves on demand.
import http from 'node:http';

export async function chatServer(behaviour = {}) {
  const server = new ChatServer(behaviour);
  await new Promise((resolve) => { server.http.listen(0, '127.0.0.1', resolve); });
  server.base = `http://127.0.0.1:${server.http.address().port}/conversations`;
  return server;
}

class ChatServer {
  log = []; // {id, event, data}
  messages = [];
  posts = [];
  calls = []; // [path, body] of everything else that was posted
  connections = []; // {method, after}
  open = new Set();
  run = null;

  // behaviour: answer(post) -> [status, body, headers] or null; serve(response, connection, server) for the stream.
  constructor(behaviour) {
    this.behaviour = behaviour;
    this.http = http.createServer((request, response) => this.#handle(request, response));
  }

  write(event, data, id = `${this.log.length + 1}-0`) {
    const entry = { id, event, data: { v: 1, ...data } };
    this.log.push(entry);
    for (const stream of this.open) stream.write(frame(entry));
  }

  after(cursor) {
    return this.log.slice(this.log.findIndex(({ id }) => id === cursor) + 1);
  }

  close() {
    this.http.closeAllConnections();
    this.http.close();
  }

  async #handle(request, response) {
    const url = new URL(request.url, 'http://chat');
    const [, , id, what] = url.pathname.split('/');
    const body = await textOf(request);
    if (what === 'events') return this.#events(request, response, url);
    if (what === 'messages' && !url.pathname.endsWith('/feedback')) return this.#message(JSON.parse(body), response);
    if (id) return this.#call(request, response, url.pathname.split('/').slice(2).join('/'), body);
    return reply(response, 201, { conversation_id: 'c1', token: 'secret', greeting: 'Hello', blocks: this.behaviour.blocks ?? [], cursor: '0-0' });
  }

  #call(request, response, path, body) {
    if (request.method === 'GET') return reply(response, ...(this.behaviour.view?.() ?? [200, this.view()]));
    this.calls.push([path, JSON.parse(body)]);
    return reply(response, ...(this.behaviour.call?.(path) ?? [200, { conversation_id: 'c1', token: 'another' }]));
  }

  view() {
    return { conversation_id: 'c1', status: 'open', messages: this.messages, run: this.run, hold: null, cursor: this.log.at(-1)?.id ?? '0-0', server_time: new Date().toISOString() };
  }

  #message(post, response) {
    this.posts.push(post);
    const answer = this.behaviour.answer?.(post, this.posts.length);
    if (answer === null) return response.destroy();
    return reply(response, ...(answer ?? [202, { message_id: `m-${post.client_msg_id}`, run_id: 'r1' }]));
  }

  #events(request, response, url) {
    const connection = { method: request.method, after: url.searchParams.get('after'), wait: url.searchParams.get('wait') };
    this.connections.push(connection);
    if (this.behaviour.serve?.(response, connection, this)) return;
    if (connection.wait) return reply(response, 200, { events: this.after(connection.after), cursor: this.log.at(-1)?.id ?? connection.after });
    begin(response);
    for (const entry of this.after(connection.after)) response.write(frame(entry));
    this.open.add(response);
    response.on('close', () => this.open.delete(response));
  }
}

export function begin(response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write(frame({ id: null, event: 'hello', data: { v: 1, server_time: new Date().toISOString() } }));
}

export const frame = ({ id, event, data }) => `${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

function reply(response, status, body, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function textOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

export async function until(condition, what = 'it', milliseconds = 5000) {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}

export function memory() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) };
}
