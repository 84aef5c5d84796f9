// Where the conversation's token is kept, and where it goes when a browser forbids that.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cookiesOf } from '../../static/chat/conversation/cookies.js';
import { draftIn, keeperOf } from '../../static/chat/conversation/storage.js';

// A document that keeps cookies as browsers do: written one by one, read as pairs.
const jar = (allowed = true) => {
  const kept = new Map();
  return {
    set cookie(text) {
      const [pair, ...rest] = text.split('; ');
      assert.deepEqual(rest.slice(-4), ['Path=/embed', 'Secure', 'SameSite=None', 'Partitioned']);
      const [key, value] = pair.split('=');
      if (rest[0] === 'Max-Age=0') kept.delete(key);
      else if (allowed) kept.set(key, value);
    },
    get cookie() {
      return [...kept].map((pair) => pair.join('=')).join('; ');
    },
  };
};

const forbidden = () => { throw new DOMException('Access is denied.', 'SecurityError'); };

test('where storage is forbidden, a keeper still keeps', () => {
  const keeper = keeperOf(forbidden);
  keeper.setItem('zimun:o', 'token');
  assert.equal(keeper.getItem('zimun:o'), 'token');
  keeper.removeItem('zimun:o');
  assert.equal(keeper.getItem('zimun:o'), null);
});

test('cookies keep any text under any name, and nothing of the question whether they may', () => {
  const page = jar();
  const cookies = cookiesOf(page);
  assert.equal(page.cookie, '');
  const text = JSON.stringify({ id: 'cnv_1', token: 'a=b; c' });
  cookies.setItem('zimun:o_1', text);
  cookies.setItem('zimun:o_2', '2');
  assert.equal(cookiesOf(page).getItem('zimun:o_1'), text);
  cookies.removeItem('zimun:o_1');
  assert.equal(cookies.getItem('zimun:o_1'), null);
  assert.equal(cookies.getItem('zimun:o_2'), '2');
});

test('cookies that are forbidden as well are no place', () => {
  assert.equal(cookiesOf(jar(false)), null);
});

test('where cookies may not even be asked for, there is no place, and nothing breaks', () => {
  const sandboxed = { get cookie() { return forbidden(); }, set cookie(_) { forbidden(); } };
  assert.equal(cookiesOf(sandboxed), null);
});

test('a draft is kept until it is empty, and a full storage is no reason to fail', () => {
  const kept = new Map();
  const storage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) };
  const draft = draftIn(storage, 'draft');
  assert.equal(draft.read(), '');
  draft.write('on Fri');
  assert.equal(draftIn(storage, 'draft').read(), 'on Fri');
  draft.write('');
  assert.equal(kept.size, 0);
  const full = draftIn({ ...storage, setItem: forbidden }, 'draft');
  full.write('on Friday');
  assert.equal(full.read(), '');
});

test('a text too long for a cookie is not kept, and neither is the one before it', () => {
  const page = jar();
  const cookies = cookiesOf(page, false);
  cookies.setItem('draft', 'on Fri');
  assert.equal(cookies.getItem('draft'), 'on Fri');
  cookies.setItem('draft', 'x'.repeat(4000));
  assert.equal(page.cookie, '');
});
