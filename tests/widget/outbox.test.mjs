// What was said is sent in order, once, and never dropped in silence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../../static/chat/conversation/outbox.js';
import { until } from './chat_server.mjs';

function outbox(deliver) {
  const told = [];
  let kept = [];
  const on = Object.fromEntries(['sending', 'delivered', 'failed', 'refused'].map((name) => [name, ({ client_msg_id: id }) => told.push(`${name} ${id}`)]));
  const box = new Outbox({ deliver, on, shelf: { read: () => kept, write: (messages) => { kept = messages; } }, random: () => 0, backoff: 5 });
  return { box, told, kept: () => kept.map(({ client_msg_id: id }) => id) };
}

const message = (id) => ({ client_msg_id: id, text: id });

test('messages go one at a time, in order', async () => {
  const sent = [];
  let busy = 0;
  const { box, told } = outbox(async ({ client_msg_id: id }) => {
    assert.equal(busy += 1, 1);
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    busy -= 1;
    sent.push(id);
  });
  ['a', 'b', 'c'].forEach((id) => box.add(message(id)));
  await until(() => sent.length === 3);
  await until(() => told.includes('delivered c'));
  assert.deepEqual(sent, ['a', 'b', 'c']);
});

test('a lost answer is asked for again under the same id', async () => {
  const ids = [];
  const { box, told } = outbox(async ({ client_msg_id: id }) => {
    ids.push(id);
    if (ids.length < 3) throw Object.assign(new Error('lost'), ids.length === 2 ? { status: 503 } : {});
  });
  box.add(message('a'));
  await until(() => told.includes('delivered a'));
  assert.deepEqual(ids, ['a', 'a', 'a']);
});

test('after several tries the customer is asked, and trying again sends it', async () => {
  let up = false;
  const { box, told, kept } = outbox(async () => { if (!up) throw new Error('offline'); });
  box.add(message('a'));
  box.add(message('b'));
  await until(() => told.includes('failed a'));
  assert.deepEqual(kept(), ['a', 'b']);
  up = true;
  box.retry();
  await until(() => told.includes('delivered b'));
  assert.deepEqual(kept(), []);
});

test('a refusal is told at once and does not hold up the next message', async () => {
  const { box, told } = outbox(async ({ client_msg_id: id }) => { if (id === 'a') throw Object.assign(new Error('no'), { status: 409 }); });
  box.add(message('a'));
  box.add(message('b'));
  await until(() => told.includes('delivered b'));
  assert.deepEqual(told, ['sending a', 'sending b', 'refused a', 'delivered b']);
});

test('what was not sent before a reload is sent after it', async () => {
  const { box, told } = outbox(async () => {});
  box.shelf.write([message('a')]);
  box.restore();
  await until(() => told.includes('delivered a'));
});

test('coming back online does not wait out the pause', async () => {
  let tries = 0;
  const { box, told } = outbox(async () => {
    tries += 1;
    if (tries === 1) throw Object.assign(new Error('busy'), { status: 429, retryAfter: 60 });
  });
  box.backoff = 10_000;
  box.add(message('a'));
  await until(() => tries === 1);
  await new Promise((resolve) => { setTimeout(resolve, 10); });
  box.wake();
  await until(() => told.includes('delivered a'));
});
