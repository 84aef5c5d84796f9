// The frame listens to its parent at the origin it named, and to nobody else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bridge, hostOrigin } from '../../static/chat/page/bridge.js';

const HOST = 'https://shop.example';

function bridged() {
  const heard = [];
  const told = [];
  const self = new EventTarget();
  const parent = { postMessage: (message, target) => told.push([message, target]) };
  const bridge = new Bridge({ host: HOST, hear: (data) => heard.push(data), parent, self });
  const receive = (more) => self.dispatchEvent(Object.assign(new Event('message'), { origin: HOST, source: parent, data: { zimun: 1, type: 'close' }, ...more }));
  return { bridge, heard, told, receive };
}

test('the parent at its origin is heard', () => {
  const { heard, receive } = bridged();
  receive({});
  assert.deepEqual(heard, [{ zimun: 1, type: 'close' }]);
});

test('other origins, other windows and other shapes are not', () => {
  const { heard, receive } = bridged();
  for (const origin of ['https://shop.example.evil.test', 'https://evil-shop.example', 'http://shop.example', 'https://shop.example:8443', 'null', '']) receive({ origin });
  for (const source of [null, {}, undefined]) receive({ source });
  for (const data of [null, undefined, 'open', 7, [], {}, { type: 'close' }, { zimun: '1', type: 'close' }, { zimun: 1 }, { zimun: 1, type: {} }]) receive({ data });
  assert.deepEqual(heard, []);
});

test('what is heard has the shape that was agreed on', () => {
  const { heard, receive } = bridged();
  for (const data of [
    { type: 'open' }, { type: 'open', focus: 'yes', page: 'https://shop.example/' }, { type: 'open', focus: true, page: {} },
    { type: 'send' }, { type: 'send', text: 7 }, { type: 'send', text: 'x'.repeat(4001) }, { type: 'identify', token: null },
    { type: 'theme', theme: ['dark'] }, { type: 'locale', lang: {} }, { type: 'toString' }, { type: '__proto__' }, { type: ['close'] },
  ]) receive({ data: { zimun: 1, ...data } });
  assert.deepEqual(heard, []);
  receive({ data: { zimun: 1, type: 'send', text: 'hello' } });
  assert.equal(heard[0].text, 'hello');
});

test('a thousand random messages are not heard either', () => {
  const { heard, receive } = bridged();
  let seed = 42;
  const pick = (list) => list[(seed = (seed * 1103515245 + 12345) % 2147483648) % list.length];
  for (let count = 0; count < 1000; count += 1) {
    const data = { [pick(['zimun', 'Zimun', 'z'])]: pick([1, 2, true, '1']), type: pick(['open', 'close', 'send', 'reset']) };
    receive({ origin: pick([`${HOST}/`, `${HOST}.`, 'https://SHOP.example', 'https://shop', 'null', 'file://']), data });
  }
  assert.deepEqual(heard, []);
});

test('what is told goes to that origin only', () => {
  const { bridge, told } = bridged();
  bridge.event('hold', { expires_at: 'x' });
  assert.deepEqual(told, [[{ zimun: 1, type: 'event', name: 'hold', detail: { expires_at: 'x' } }, HOST]]);
});

test('only a plain http origin can be a host', () => {
  assert.equal(hostOrigin(HOST), HOST);
  assert.equal(hostOrigin('http://localhost:8000'), 'http://localhost:8000');
  for (const given of [null, '', '*', 'null', 'file://', 'https://shop.example/', 'https://shop.example/x', 'HTTPS://shop.example', 'javascript:x', 'https://a@shop.example']) {
    assert.equal(hostOrigin(given), null, String(given));
  }
});
