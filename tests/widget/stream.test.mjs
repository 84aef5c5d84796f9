// The stream reader against a real server that cuts, buffers, falls silent and refuses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChatApi } from '../../static/chat/conversation/api.js';
import { StreamReader } from '../../static/chat/conversation/stream.js';
import { begin, chatServer, frame, memory, until } from './chat_server.mjs';

const TIMING = { silence: 400, firstByte: 200, backoff: 10 };

async function reading(t, behaviour, { apply, random = () => 0.5, timing } = {}) {
  const server = await chatServer(behaviour);
  const keeper = memory();
  keeper.setItem('zimun:o', JSON.stringify({ id: 'c1', token: 'secret' }));
  const api = new ChatApi({ organizationId: 'o', keeper, base: server.base });
  const applied = [];
  const states = [];
  const reader = new StreamReader({
    connect: (...given) => api.events(...given),
    poll: (...given) => api.poll(...given),
    apply: apply ?? (async (event) => { if (event.id) applied.push(event.data.n); }),
    onState: (state) => states.push(state),
    random,
    timing: { ...TIMING, ...timing },
  });
  t.after(() => {
    reader.stop();
    server.close();
  });
  return { server, reader, applied, states };
}

const numbers = (count) => Array.from({ length: count }, (_, n) => n);

test('a stream that is cut again and again loses nothing and shows nothing twice', async (t) => {
  let cut = 0;
  const { server, reader, applied } = await reading(t, {
    serve(response, { after }, chat) {
      begin(response);
      const text = chat.after(after).map(frame).join('');
      cut = (cut * 31 + 17) % 211; // anywhere, in the middle of events too
      response.write(text.slice(0, cut + 40));
      setTimeout(() => response.destroy(), 5);
      return true;
    },
  });
  for (const n of numbers(60)) server.write('message.delta', { n });
  reader.start('0-0');
  await until(() => applied.length >= 60, 'all events', 20_000);
  assert.deepEqual(applied, numbers(60));
  assert.ok(server.connections.length > 10);
});

test('the cursor moves only after an event is applied', async (t) => {
  let failed = false;
  const applied = [];
  const { server, reader } = await reading(t, {}, {
    apply: async ({ id, data }) => {
      if (id && data.n === 2 && !failed) {
        failed = true;
        throw new Error('The page was busy.');
      }
      if (id) applied.push(data.n);
    },
  });
  for (const n of numbers(4)) server.write('x', { n });
  reader.start('0-0');
  await until(() => applied.length === 4);
  assert.deepEqual(applied, [0, 1, 2, 3]);
  assert.equal(server.connections[1].after, '2-0');
});

test('a line that falls silent is given up and taken up again', async (t) => {
  const { server, reader, applied } = await reading(t, {}, { timing: { silence: 120 } });
  reader.start('0-0');
  await until(() => server.connections.length >= 2, 'a second connection');
  server.write('x', { n: 1 });
  await until(() => applied.length === 1);
});

test('where streams are held back it asks by POST, then polls, and still gets everything once', async (t) => {
  const { server, reader, applied } = await reading(t, {
    serve(response, { wait }) {
      if (!wait) response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      return !wait;
    },
  }, { timing: { firstByte: 60 } });
  for (const n of numbers(5)) server.write('x', { n });
  reader.start('0-0');
  await until(() => applied.length === 5);
  reader.stop();
  assert.deepEqual(applied, numbers(5));
  assert.deepEqual(server.connections.slice(0, 4).map(({ method, wait }) => (wait ? 'poll' : method)), ['GET', 'GET', 'POST', 'poll']);
});

test('a server that is away is asked again, not at once and not in step', async (t) => {
  let refusals = 0;
  const { server, reader, applied, states } = await reading(t, {
    serve(response) {
      refusals += 1;
      if (refusals > 4) return false;
      response.writeHead(503).end('{}');
      return true;
    },
  });
  server.write('x', { n: 0 });
  const begun = Date.now();
  reader.start('0-0');
  await until(() => applied.length === 1);
  assert.ok(Date.now() - begun >= 60, 'each pause is longer than the last');
  assert.ok(states.includes('lost'));
  assert.equal(states.at(-1), 'live');
});

test('Retry-After is obeyed', async (t) => {
  let first = true;
  const { reader, server } = await reading(t, {
    serve(response) {
      if (!first) return false;
      first = false;
      response.writeHead(503, { 'Retry-After': '1' }).end('{}');
      return true;
    },
  });
  const begun = Date.now();
  reader.start('0-0');
  await until(() => server.connections.length === 2);
  assert.ok(Date.now() - begun >= 950);
});

test('waking cuts a pause short', async (t) => {
  const { reader, server } = await reading(t, {
    serve(response) {
      response.writeHead(503, { 'Retry-After': '60' }).end('{}');
      return true;
    },
  });
  reader.start('0-0');
  await until(() => server.connections.length === 1);
  await new Promise((resolve) => { setTimeout(resolve, 30); });
  reader.wake();
  await until(() => server.connections.length === 2);
});

test('a conversation that is gone is not asked for again', async (t) => {
  const { reader, server, states } = await reading(t, {
    serve(response) {
      response.writeHead(401).end('{}');
      return true;
    },
  });
  reader.start('0-0');
  await until(() => states.at(-1) === 'gone');
  await reader.finished;
  assert.equal(server.connections.length, 1);
});

test('restarted at another cursor while applying, it goes on from there', async (t) => {
  const applied = [];
  const context = await reading(t, {}, {
    apply: async ({ id, data }) => {
      if (!id) return;
      applied.push(data.n);
      if (data.n === 1) context.reader.start('4-0');
    },
  });
  for (const n of numbers(6)) context.server.write('x', { n });
  context.reader.start('0-0');
  await until(() => applied.includes(5));
  assert.deepEqual(applied, [0, 1, 4, 5]);
});

test('stopped and started again at once, there is one reader', async (t) => {
  const { reader, server, applied } = await reading(t, {});
  reader.start('0-0');
  reader.stop();
  reader.start('0-0');
  await until(() => server.open.size === 1);
  server.write('x', { n: 1 });
  await until(() => applied.length);
  await new Promise((resolve) => { setTimeout(resolve, 50); });
  assert.deepEqual(applied, [1]);
});
