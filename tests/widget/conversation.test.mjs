// What each event does to the conversation, and what no event may do to it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GAP, emptyConversation, greetingOf, reduce } from '../../static/chat/conversation/conversation.js';
import { Store } from '../../static/chat/conversation/store.js';

const greeting = greetingOf({ greeting: 'Hello', starters: [{ label: 'Book' }] });
const run = { run_id: 'r1', epoch: 1, message_id: 'm1' };
const started = ['run.started', { ...run, text: '', seq: 0 }];
const opened = ['message.started', { ...run, role: 'assistant' }];
const delta = (seq, text, epoch = 1) => ['message.delta', { ...run, epoch, seq, text }];
const finished = (text, epoch = 1) => ['message.completed', { epoch, run_id: 'r1', message: { id: 'm1', role: 'assistant', text, blocks: [] } }];
const after = (...events) => events.reduce((state, [name, data]) => (state === GAP ? GAP : reduce(state, name, data)), emptyConversation());
const textOf = (state, id = 'm1') => state.messages.find((message) => message.id === id)?.text;

test('deltas make the text, in order', () => {
  const state = after(started, opened, delta(1, 'Good '), delta(2, 'morning'));
  assert.equal(textOf(state), 'Good morning');
  assert.equal(state.messages[0].done, false);
});

test('a delta that comes twice is shown once', () => {
  assert.equal(textOf(after(started, opened, delta(1, 'a'), delta(1, 'a'), delta(2, 'b'), delta(1, 'a'))), 'ab');
});

test('a missing delta is a gap', () => {
  assert.equal(after(started, opened, delta(1, 'a'), delta(3, 'c')), GAP);
});

test('a delta of an attempt that was never announced is a gap', () => {
  assert.equal(after(started, opened, delta(1, 'a'), delta(1, 'x', 2)), GAP);
});

test('nothing of a stopped answer is left, and no button of it', () => {
  const summary = { type: 'summary', id: 's1', state: 'open', actions: [{ input_id: 'in1', label: 'Yes' }] };
  const shown = ['message.block', { ...run, block: summary }];
  const earlier = ['message.completed', { epoch: 1, run_id: 'r0', message: { id: 'm0', role: 'assistant', text: 'Hello', blocks: [] } }];
  const state = after(earlier, started, opened, delta(1, 'Shall I?'), shown, ['run.cancelled', { run_id: 'r1', epoch: 1 }]);
  assert.deepEqual(state.messages.map(({ id }) => id), ['m0']);
  assert.equal(state.run, null);
});

test('what had been said when it was stopped stays', () => {
  assert.equal(textOf(after(started, opened, delta(1, 'a'), finished('Stopped.'), ['run.cancelled', { run_id: 'r1', epoch: 1 }])), 'Stopped.');
});

test('whoever asked for a person is known to have, after a reload too', () => {
  assert.equal(after(['handoff.requested', {}]).asked, true);
  const view = { status: 'waiting', messages: [], run: null, hold: null };
  assert.equal(after(['snapshot', { conversation: view }]).asked, true);
  assert.equal(after(['handoff.requested', {}], ['snapshot', { conversation: { ...view, status: 'bot' } }]).asked, false);
});

test('a new attempt rolls the text back to its checkpoint', () => {
  const again = ['run.started', { ...run, epoch: 2, text: 'Good ', seq: 1 }];
  const state = after(started, opened, delta(1, 'Good '), delta(2, 'mor'), again, delta(2, 'day', 2));
  assert.equal(textOf(state), 'Good day');
});

test('events of an old attempt are never rendered', () => {
  const again = ['run.started', { ...run, epoch: 2, text: '', seq: 0 }];
  const state = after(started, opened, again, delta(1, 'new', 2), delta(1, 'old'), finished('old text'), opened);
  assert.equal(textOf(state), 'new');
});

test('the completed message is the truth, and late deltas do not change it', () => {
  assert.equal(textOf(after(started, opened, delta(1, 'a'), finished('All of it'), delta(2, 'b'))), 'All of it');
});

test('a withheld text is replaced and the answer goes on, whichever way it counts', () => {
  const reset = ['message.reset', { message_id: 'm1', epoch: 1, text: 'Not yet. ' }];
  assert.equal(textOf(after(started, opened, delta(1, 'Booked!'), reset, delta(2, 'Shall I?'))), 'Not yet. Shall I?');
  assert.equal(textOf(after(started, opened, delta(1, 'Booked!'), reset, delta(1, 'Shall I?'))), 'Not yet. Shall I?');
});

test('blocks are added once and replaced by their id', () => {
  const block = (state) => ({ message_id: 'm1', block: { id: 'b1', type: 'form', state } });
  const state = after(started, opened, ['message.block', block('open')], ['message.block', block('open')], ['message.block.updated', block('closed')]);
  assert.deepEqual(state.messages[0].blocks, [{ id: 'b1', type: 'form', state: 'closed' }]);
});

test('a changed block of a message that is not here makes no message', () => {
  const state = after(started, opened, finished('Hi'), ['message.block.updated', { message_id: 'm0', block: { id: 'b0', state: 'closed' } }]);
  assert.deepEqual(state.messages.map(({ id }) => id), ['m1']);
});

test('which button was pressed is still known when the server closes the block', () => {
  const state = after(started, opened, ['message.block', { message_id: 'm1', block: { id: 'b1', state: 'open' } }],
    ['block.pressed', { block_id: 'b1', input_id: 'i1' }], ['message.block.updated', { message_id: 'm1', block: { id: 'b1', state: 'closed' } }]);
  assert.deepEqual(state.messages[0].blocks, [{ id: 'b1', state: 'closed', pressed: 'i1' }]);
});

test('my own message is one message, whether the stream or the receipt comes first', () => {
  const mine = ['own.sending', { client_msg_id: 'c1', text: 'Hi' }];
  const receipt = ['own.delivered', { client_msg_id: 'c1', message_id: 'm9' }];
  const streamed = (more) => ['message.completed', { message: { id: 'm9', role: 'customer', text: 'Hi', ...more } }];
  for (const order of [[receipt, streamed({ client_msg_id: 'c1' })], [streamed({ client_msg_id: 'c1' }), receipt], [receipt, streamed()], [streamed(), receipt]]) {
    const state = after(mine, ...order);
    assert.deepEqual(state.messages.map(({ id }) => id), ['m9']);
    assert.ok([undefined, 'sent'].includes(state.messages[0].delivery));
  }
});

test('a fetched conversation replaces everything but what is still waiting to be sent', () => {
  const view = { status: 'open', messages: [{ id: 'm1', role: 'assistant', text: 'Hello' }], run: { ...run, message_id: 'm2', text: 'So ', seq: 4 }, hold: null };
  const state = after(['own.sending', { client_msg_id: 'c1', text: 'unsent' }], started, ['snapshot', { conversation: view }], ['message.delta', { ...run, message_id: 'm2', seq: 5, text: 'far' }]);
  assert.deepEqual(state.messages.map(({ text }) => text), ['Hello', 'unsent', 'So far']);
});

test('what led to an answer that was fetched whole takes nothing back when it is told again', () => {
  const view = { status: 'open', run: null, messages: [{ id: 'm1', role: 'assistant', text: 'All of it' }] };
  const state = after(['snapshot', { conversation: view }], started, opened, delta(1, 'All'));
  assert.equal(textOf(state), 'All of it');
  assert.equal(state.run, null);
  assert.ok(state.messages[0].done);
});

test('what a fetched conversation already has is not kept twice', () => {
  const view = { status: 'open', run: null, messages: [{ id: 'm1', role: 'customer', text: 'Hi', client_msg_id: 'c1' }] };
  const state = after(['own.sending', { client_msg_id: 'c1', text: 'Hi' }], ['snapshot', { conversation: view }]);
  assert.equal(state.messages.length, 1);
});

test("the server's copy of the greeting takes the place of ours", () => {
  const server = { id: 'm0', role: 'assistant', text: 'Hello', blocks: [] };
  const state = reduce(emptyConversation(greeting), 'message.completed', { message: server });
  assert.deepEqual(state.messages.map(({ id }) => id), ['m0']);
  const fetched = reduce(emptyConversation(greeting), 'snapshot', { conversation: { status: 'open', run: null, messages: [server] } });
  assert.deepEqual(fetched.messages.map(({ id }) => id), ['m0']);
});

test('the starters close with the first message', () => {
  const state = reduce(emptyConversation(greeting), 'own.sending', { client_msg_id: 'c1', text: 'Book' });
  assert.equal(state.messages[0].blocks[0].state, 'closed');
});

test('a run that failed says so and is over', () => {
  const state = after(started, ['run.failed', { ...run, message: 'Sorry' }]);
  assert.equal(state.run, null);
  assert.deepEqual(state.messages.map(({ role, kind, text }) => [role, kind, text]), [['note', 'failed', 'Sorry']]);
});

test('an apology that came as a message is not repeated', () => {
  const state = after(started, finished('Sorry'), ['run.failed', { ...run, message: 'Sorry' }]);
  assert.deepEqual(state.messages.map(({ text }) => text), ['Sorry']);
});

test('the end of another run does not end this one', () => {
  assert.equal(after(started, ['run.completed', { run_id: 'r0', epoch: 1 }]).run.run_id, 'r1');
});

test('an operator who joins is named until leaving', () => {
  const joined = after(['participant.joined', { name: 'Maya' }]);
  assert.equal(joined.operator, 'Maya');
  assert.equal(reduce(joined, 'participant.left', { name: 'Maya' }).operator, null);
});

test('unknown events change nothing', () => {
  const state = emptyConversation();
  assert.equal(reduce(state, 'ping', {}), state);
  assert.equal(reduce(state, 'constructor', {}), state);
});

test('states are never altered, only replaced', () => {
  const store = new Store(Object.freeze(emptyConversation()));
  const seen = [];
  store.listen((state) => seen.push(state));
  for (const [name, data] of [started, opened, delta(1, 'a'), delta(2, 'b')]) store.dispatch(name, data);
  assert.deepEqual(seen.map((state) => textOf(state) ?? null), [null, '', 'a', 'ab']);
  assert.equal(store.dispatch(...delta(9, 'z')), false);
  assert.equal(store.state, seen.at(-1));
});

test('what came while nobody looked begins behind the last message they saw, until they answer', () => {
  const said = (id) => ['message.completed', { message: { id, role: 'assistant', text: id, blocks: [] } }];
  const state = after(said('m1'), said('m2'), said('m3'), ['unread', { after: 'm1' }]);
  assert.deepEqual(state.messages.map(({ id }) => id), ['m1', 'unread', 'm2', 'm3']);
  assert.deepEqual(reduce(state, 'unread', { after: 'm2' }).messages.map(({ id }) => id), ['m1', 'm2', 'unread', 'm3']);
  const answered = reduce(state, 'own.sending', { client_msg_id: 'c1', text: 'Hi' });
  assert.deepEqual(answered.messages.map(({ id }) => id), ['m1', 'm2', 'm3', 'c1']);
});

test('whoever comes back is told which person is with them', () => {
  const messages = [{ id: 'm1', role: 'operator', author: 'Olive', text: 'Hello', blocks: [] }];
  const view = { status: 'person', messages, run: null, hold: null };
  assert.equal(after(['snapshot', { conversation: view }]).operator, 'Olive');
  assert.equal(after(['participant.joined', { name: 'Olive' }], ['snapshot', { conversation: { ...view, status: 'bot' } }]).operator, null);
});
