// The event stream format, however the network cuts it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventParser } from '../../static/chat/conversation/sse.js';

const bytes = (text) => new TextEncoder().encode(text);
const parse = (...chunks) => {
  const parser = new EventParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
};

test('id, event and data of several events', () => {
  assert.deepEqual(parse(bytes('id: 1-0\nevent: ping\ndata: {}\n\ndata: x\n\n')), [
    { id: '1-0', event: 'ping', data: '{}' }, { id: null, event: 'message', data: 'x' },
  ]);
});

test('cut anywhere, even within a letter or a line end, it reads the same', () => {
  const whole = bytes('id: 7\r\nevent: message.delta\r\ndata: {"text":"שלום 🌿"}\r\n\r\n: comment\r\ndata: a\r\ndata: b\r\n\r\n');
  const expected = parse(whole);
  assert.equal(expected[1].data, 'a\nb');
  for (let at = 1; at < whole.length; at += 1) assert.deepEqual(parse(whole.slice(0, at), whole.slice(at)), expected);
  assert.deepEqual(parse(...[...whole].map((byte) => Uint8Array.of(byte))), expected);
});

test('an event that was cut off is not delivered', () => {
  assert.deepEqual(parse(bytes('id: 1\ndata: half')), []);
});

test('a byte order mark and fields without a colon are endured', () => {
  assert.deepEqual(parse(bytes('\uFEFFdata: x\nnonsense\n\n')), [{ id: null, event: 'message', data: 'x' }]);
});
