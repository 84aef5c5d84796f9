// A whole conversation without a browser: lazily made, resumed, healed after gaps, begun again when gone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyConversation, greetingOf } from '../../static/chat/conversation/conversation.js';
import { Store } from '../../static/chat/conversation/store.js';
import { Session } from '../../static/chat/conversation/session.js';
import { chatServer, memory, until } from './chat_server.mjs';

const config = { organization_id: 'o', greeting: 'Hello', starters: [{ label: 'Book' }] };

async function talking(t, behaviour, keeper = memory(), shelf = memory()) {
  const server = await chatServer(behaviour);
  const session = new Session({ config, store: new Store(emptyConversation(greetingOf(config))), keeper, shelf, base: server.base, timing: { backoff: 10, silence: 2000, firstByte: 500, slow: 3000 }, random: () => 0, opening: () => ({ locale: 'en', time_zone: 'UTC' }) });
  t.after(() => {
    session.rest();
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

test('a starter is pressed as the button it is once there is a conversation', async (t) => {
  const blocks = [{ id: 'b0', type: 'quick_replies', state: 'open', options: [{ input_id: 'i0', label: 'Book' }] }];
  const { session, server, texts } = await talking(t, { blocks });
  const { blocks: [starters] } = session.store.state.messages[0];
  session.press(starters, starters.options[0]);
  await until(() => server.posts.length === 1);
  assert.equal(server.posts[0].input_id, 'i0');
  assert.equal(server.posts[0].text, undefined);
  assert.deepEqual(texts(), ['Hello', 'Book']);
});

test('whom the site introduces is told once there is a conversation, and not before', async (t) => {
  const { session, server } = await talking(t);
  await session.start();
  session.identify('signed');
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  assert.deepEqual(server.calls, []);
  session.say('Hi');
  await until(() => server.posts.length === 1);
  assert.deepEqual(server.calls, [['c1/identity', { token: 'signed' }]]);
});

test('a conversation of another customer of the same device is not shown to this one', async (t) => {
  const { session, texts, keeper } = await talking(t, { call: () => [409, { code: 'another_customer' }] }, resumed());
  await session.start();
  session.identify('signed by the site for somebody else');
  await until(() => keeper.getItem('zimun:o') === null);
  assert.deepEqual(texts(), ['Hello']);
});

test('a thumb is shown at once, pressed again it is taken back, and a failure undoes it', async (t) => {
  let status = 200;
  const { session, server } = await talking(t, { call: () => [status, {}] }, resumed());
  server.messages.push({ id: 'm1', role: 'assistant', text: 'Here you are', blocks: [] });
  await session.start();
  const shown = () => session.store.state.messages.at(-1);
  session.rate(shown(), 'up');
  assert.equal(shown().feedback, 'up');
  session.rate(shown(), 'up');
  assert.equal(shown().feedback, null);
  await until(() => server.calls.length === 2);
  assert.deepEqual(server.calls.map(([, body]) => body.rating), ['up', null]);
  status = 500;
  session.rate(shown(), 'down');
  await until(() => server.calls.length === 3 && shown().feedback === null);
});

test('a link of an e-mail continues its conversation here', async (t) => {
  const { session, server, texts, keeper } = await talking(t);
  server.messages.push({ id: 'm1', role: 'assistant', text: 'Welcome back', blocks: [] });
  await session.start('proof');
  assert.deepEqual(server.calls, [['resume', { link: 'proof' }]]);
  assert.ok(texts().includes('Welcome back'));
  assert.deepEqual(JSON.parse(keeper.getItem('zimun:o')), { id: 'c1', token: 'another' });
});

test('a link that is no longer valid says so, and the page is as it would be without', async (t) => {
  const { session, texts } = await talking(t, { call: () => [410, { code: 'link_expired', detail: 'Too late.' }] });
  let told;
  session.store.listen((_, { event, data }) => { if (event === 'refused') told = data.problem.detail; });
  await session.start('proof');
  assert.equal(told, 'Too late.');
  assert.deepEqual(texts(), ['Hello']);
});

test('ending is told to the server, and the conversation is forgotten here', async (t) => {
  const { session, server, keeper } = await talking(t, {}, resumed());
  await session.start();
  await session.end();
  assert.deepEqual(server.calls, [['c1/end', {}]]);
  assert.equal(session.store.state.status, 'closed');
  assert.equal(keeper.getItem('zimun:o'), null);
});

const booked = { id: 'm9', role: 'assistant', text: "You're booked", blocks: [] };

test('what was booked in the last moment is shown when the conversation is ended here', async (t) => {
  const { session, server, texts } = await talking(t, {}, resumed());
  await session.start();
  server.behaviour.view = () => [200, { ...server.view(), status: 'closed', messages: [booked] }];
  await session.end();
  assert.deepEqual(texts(), ["You're booked"]);
  assert.equal(session.store.state.status, 'closed');
});

test('what was booked in the last moment is shown when the conversation was ended elsewhere', async (t) => {
  const { session, server, texts } = await talking(t, {}, resumed());
  await session.start();
  await until(() => server.open.size === 1);
  server.behaviour.view = () => [200, { ...server.view(), status: 'closed', messages: [booked] }];
  server.write('conversation.closed', {});
  await until(() => texts().includes("You're booked"));
  assert.equal(session.store.state.status, 'closed');
});

test('of the times of a list another may be pressed, of other choices none', async (t) => {
  const { session } = await talking(t);
  const { isOpen } = await import('../../static/chat/blocks/card.js');
  session.store.dispatch('message.completed', { message: { id: 'm1', role: 'assistant', text: '', blocks: [{ id: 'b1', type: 'slot_picker', state: 'open' }, { id: 'b2', type: 'service_list', state: 'open' }] } });
  for (const id of ['b1', 'b2']) session.store.dispatch('block.pressed', { block_id: id, input_id: 'i1' });
  assert.deepEqual(session.store.state.messages.at(-1).blocks.map(isOpen), [true, false]);
  session.store.dispatch('block.closed', { block_id: 'b1' });
  assert.equal(isOpen(session.store.state.messages.at(-1).blocks[0]), false);
});

test('whoever waits long is told that their message has arrived, until the answer comes', async (t) => {
  const { session, server } = await talking(t, {}, resumed());
  session.slowAfter = 30;
  await session.start();
  await until(() => server.open.size === 1);
  session.organization = { phone: '+49 30 1', email: null };
  session.say('Hello?');
  const kinds = () => session.store.state.messages.map(({ kind }) => kind);
  await until(() => kinds().includes('slow'));
  assert.equal(session.store.state.messages.at(-1).phone, '+49 30 1');
  server.write('message.completed', { message: { id: 'a1', role: 'assistant', text: 'Here I am', blocks: [] }, run_id: 'r1', epoch: 1 });
  await until(() => session.store.state.messages.at(-1).text === 'Here I am');
  assert.ok(!kinds().includes('slow'));
});
