// The way back of a phone: a step at a time, and never out of the page while there is a step to take back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WayBack } from '../../static/chat/page/way_back.js';

// A browser's history, with the page before ours at its beginning.
function browser(...ours) {
  let listen;
  const entries = ['before', ...ours];
  let at = ours.length;
  const go = (by) => {
    at = Math.max(0, Math.min(entries.length - 1, at + by));
    if (at > 0) listen({ state: entries[at] });
  };
  const history = {
    get state() { return entries[at]; },
    pushState(entry) { entries.splice(at += 1, Infinity, entry); },
    back: () => go(-1),
  };
  const way = new WayBack({ history, self: { addEventListener: (_, listener) => { listen = listener; } } });
  return { way, go, left: () => at === 0 };
}

function walk(...names) {
  const place = browser(null);
  const taken = [];
  const leave = names.map((name) => place.way.enter(() => taken.push(name)));
  return { ...place, taken, leave };
}

test('each step is taken back by itself, and then the page is left', () => {
  const { go, taken, left } = walk('chat', 'days');
  go(-1);
  assert.deepEqual(taken, ['days']);
  go(-1);
  assert.deepEqual(taken, ['days', 'chat']);
  assert.equal(left(), false);
  go(-1);
  assert.equal(left(), true);
});

test('a step that was left by its own button costs no press', () => {
  const { go, taken, leave, left } = walk('chat', 'days');
  leave[1]();
  go(-1);
  assert.deepEqual(taken, ['chat']);
  go(-1);
  assert.equal(left(), true);
});

test('who closed the chat leaves the page with one press, and who opens it again closes it with one', () => {
  const { go, taken, leave, left, way } = walk('chat', 'days');
  leave[0]();
  way.enter(() => taken.push('again'));
  go(-1);
  assert.deepEqual(taken, ['again']);
  go(-1);
  assert.equal(left(), true);
});

test('going several steps back takes back all of them, the last one first', () => {
  const { go, taken } = walk('chat', 'days', 'month');
  go(-2);
  assert.deepEqual(taken, ['month', 'days']);
});

test('going forward takes nothing back, and back again goes past what is not there any more', () => {
  const { go, taken, left } = walk('chat');
  go(-1);
  go(1);
  assert.deepEqual(taken, ['chat']);
  go(-1);
  assert.equal(left(), true);
});

test('after a reload the entries of before are used again', () => {
  const { way, go, left } = browser(null, { zimun: 1 }, { zimun: 2 });
  const taken = [];
  way.enter(() => taken.push('chat'));
  go(-1);
  assert.deepEqual(taken, ['chat']);
  assert.equal(left(), false);
});
