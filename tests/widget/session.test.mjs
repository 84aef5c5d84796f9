// A whole conversation without a browser: lazily made, resumed, healed after gaps, begun again when gone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Store, emptyConversation, greetingOf } from '../../static/chat/conversation.js';
import { Session } from '../../static/chat/session.js';
import { chatServer, memory, until } from './chat_server.mjs';

const config = { organization_id: 'o', greeting: 'Hello', starters: [{ label: 'Book' }] };

async function talking(t, behaviour, keeper = memory(), shelf = memory()) {
  const server = await chatServer(behaviour);
  const session = new Session({ config, store: new Store(emptyConversation(greetingOf(config))), keeper, shelf, base: server.base, timing: { backoff: 10, silence: 2000, firstByte: 500 }, random: () => 0, opening: () => ({ locale: 'en', time_zone: 'UTC' }) });
  t.after(() => {
    session.reader.stop();
    server.close();
  });
  const texts = () => session.store.state.messages.map(({ text }) => text);
  return { server, session, texts, keeper, shelf };
}

const resumed = () => {
  const keeper = memory();
  keeper.setItem('zimun:o', JSON.stringify({ id: 'c1', token: 'secret' }));
  return keeper;
};

test('nothing is asked of the server before the first message', async (t) => {
  const { session, server, keeper } = await talking(t);
  await session.start();
  await new Promise((resolve) => { setTimeout(resolve, 30); });
  assert.equal(server.connections.length + server.posts.length, 0);
  assert.equal(keeper.getItem('zimun:o'), null);
});

test('the first message makes the conversation and is sent in it', async (t) => {
  const { session, server, keeper } = await talking(t);
  session.say('A haircut, please');
  await until(() => server.posts.length === 1 && server.open.size === 1);
  assert.equal(server.posts[0].text, 'A haircut, please');
  assert.deepEqual(JSON.parse(keeper.getItem('zimun:o')), { id: 'c1', token: 'secret' });
});

test('a reload takes the conversation up where it is, in the middle of an answer', async (t) => {
  const { session, server, texts } = await talking(t, {}, resumed());
  server.messages.push({ id: 'm1', role: 'assistant', text: 'Hello again', blocks: [] });
  server.run = { run_id: 'r1', epoch: 3, message_id: 'm2', text: 'On Friday ', seq: 2 };
  await session.start();
  await until(() => server.open.size === 1);
  server.write('message.delta', { message_id: 'm2', run_id: 'r1', epoch: 3, seq: 3, text: 'at ten' });
  await until(() => texts().includes('On Friday at ten'));
  assert.deepEqual(texts(), ['Hello again', 'On Friday at ten']);
});

test('a gap is healed by fetching the conversation, and the stream goes on after it', async (t) => {
  const { session, server, texts } = await talking(t, {}, resumed());
  await session.start();
  await until(() => server.open.size === 1);
  server.run = { run_id: 'r1', epoch: 1, message_id: 'm1', text: 'one two three ', seq: 3 };
  server.write('message.delta', { message_id: 'm1', run_id: 'r1', epoch: 1, seq: 3, text: 'three ' });
  await until(() => texts().includes('one two three '));
  server.write('message.delta', { message_id: 'm1', run_id: 'r1', epoch: 1, seq: 4, text: 'four' });
  await until(() => texts().includes('one two three four'));
});

test('a form that is refused tells its errors and shows no message', async (t) => {
  const errors = [{ field: 'email', code: 'invalid_contact', message: 'Please check.' }];
  const { session, texts } = await talking(t, { answer: () => [422, { code: 'invalid_contact', errors }] }, resumed());
  const before = texts();
  await assert.rejects(session.submit({ id: 'b1', input_id: 'i1' }, { email: 'x' }), (problem) => problem.errors[0].field === 'email');
  assert.deepEqual(texts(), before);
});

test('a form that was taken is closed', async (t) => {
  const { session, server } = await talking(t, {}, resumed());
  server.messages.push({ id: 'm1', role: 'assistant', text: 'Who are you?', blocks: [{ id: 'b1', type: 'form', state: 'open', input_id: 'i1' }] });
  await session.start();
  await session.submit({ id: 'b1', input_id: 'i1' }, { name: 'Ada' });
  assert.deepEqual(server.posts[0].payload, { name: 'Ada' });
  await until(() => session.store.state.messages[0].blocks[0].state === 'closed');
});

test('a button that is no longer valid is taken back and the conversation fetched', async (t) => {
  const { session, server, texts } = await talking(t, { answer: () => [409, { code: 'input_closed' }] }, resumed());
  let refused = false;
  session.store.listen((_, { event }) => { refused ||= event === 'refused'; });
  session.press({ id: 'b1' }, { input_id: 'i1', label: '10:00' });
  assert.ok(texts().includes('10:00'));
  await until(() => refused && server.open.size === 1);
  assert.ok(!texts().includes('10:00'));
  assert.deepEqual(Object.keys(server.posts[0]).sort(), ['client_msg_id', 'input_id']);
});

test('a conversation that is gone is begun again with what was just said', async (t) => {
  const { session, server } = await talking(t, { answer: (_, count) => (count === 1 ? [401, { code: 'unauthorized' }] : undefined) }, resumed());
  session.say('Still there?');
  await until(() => server.posts.length === 2);
  assert.equal(server.posts[0].client_msg_id, server.posts[1].client_msg_id);
});

test('an unsent message survives a reload under the same id', async (t) => {
  const first = await talking(t, { answer: () => null });
  first.session.say('Hello?');
  await until(() => first.server.posts.length === 1);
  const second = await talking(t, {}, first.keeper, first.shelf);
  await second.session.start();
  await until(() => second.server.posts.length === 1);
  assert.equal(second.server.posts[0].client_msg_id, first.server.posts[0].client_msg_id);
});

test('starting over forgets the conversation and greets again', async (t) => {
  const { session, server, texts, keeper } = await talking(t);
  session.say('Hi');
  await until(() => server.posts.length === 1);
  session.restart();
  assert.deepEqual(texts(), ['Hello']);
  assert.equal(keeper.getItem('zimun:o'), null);
});
