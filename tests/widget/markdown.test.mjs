// Words in, tokens out: nothing a model says can become anything but text, bold, lists and harmless links.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf, safeUrl, settled, spansOf } from '../../static/chat/page/markdown.js';

test('paragraphs, lines and lists', () => {
  assert.deepEqual(blocksOf('One\ntwo\n\nThree\n- a\n- b\n2. c'), [
    { type: 'paragraph', lines: [[{ text: 'One' }], [{ text: 'two' }]] },
    { type: 'paragraph', lines: [[{ text: 'Three' }]] },
    { type: 'list', ordered: false, start: undefined, items: [[{ text: 'a' }], [{ text: 'b' }]] },
    { type: 'list', ordered: true, start: 2, items: [[{ text: 'c' }]] },
  ]);
});

test('bold and links', () => {
  assert.deepEqual(spansOf('See **this** [page](https://a.example/x)!'), [
    { text: 'See ' }, { text: 'this', bold: true }, { text: ' ' }, { text: 'page', href: 'https://a.example/x' }, { text: '!' },
  ]);
});

test('markup, images and code stay the text they are', () => {
  for (const text of ['<img src=x onerror=alert(1)>', '<b>x</b>', '`code`', '_x_', '&lt;', '*one*']) {
    assert.deepEqual(spansOf(text), [{ text }]);
  }
  assert.deepEqual(spansOf('![pixel](javascript:x)'), [{ text: '!' }, { text: 'pixel' }]);
});

test('links lead to harmless places only', () => {
  for (const target of ['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', 'blob:x', '/relative', '//host/x', 'java\tscript:x']) {
    assert.equal(safeUrl(target), null, target);
  }
  assert.equal(safeUrl('tel:+49301234'), 'tel:+49301234');
  assert.equal(safeUrl('https://a.example'), 'https://a.example/');
});

test('while a mark is still open its words are shown without it', () => {
  assert.equal(settled('Come **on Fri'), 'Come **on Fri**');
  assert.equal(settled('Come **'), 'Come ');
  assert.equal(settled('Come *'), 'Come ');
  assert.equal(settled('Come **on** a *'), 'Come **on** a ');
  assert.equal(settled('Come **on*'), 'Come **on**');
  assert.equal(settled('See [our page](https://a.ex'), 'See our page');
  assert.equal(settled('See [our pa'), 'See our pa');
  assert.equal(settled('**a** [b](https://c.example)'), '**a** [b](https://c.example)');
});

test('every prefix of an answer reads without a stray asterisk', () => {
  const answer = 'We open at **nine** on **Friday**.\n- See [the page](https://a.example/x)\n- **Call**';
  for (let end = 1; end <= answer.length; end += 1) {
    const words = JSON.stringify(blocksOf(settled(answer.slice(0, end))));
    assert.ok(!words.includes('*'), answer.slice(0, end));
  }
});

test('a very long run of marks is read quickly', () => {
  const begun = Date.now();
  for (const nasty of ['*', '**', '[', '[a](', '**a', '- ', '# ']) blocksOf(settled(nasty.repeat(4000)));
  assert.ok(Date.now() - begun < 1000);
});
