// Whatever colour a site chooses, the words on it and in it can be read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accentProperties, contrast } from '../../static/chat/page/accent.js';

const rgb = (text) => (text.startsWith('#') ? text.match(/[\da-f]{2}/gi).map((hex) => parseInt(hex, 16)) : text.match(/\d+/g).map(Number));

test('every colour is readable as a ground and as an ink, in light and dark', () => {
  for (let number = 0; number < 0x1000; number += 7) {
    const accent = `#${[...number.toString(16).padStart(3, '0')].map((digit) => digit + digit).join('')}`;
    const made = accentProperties(accent);
    assert.ok(contrast(rgb(accent), rgb(made['--on-accent'])) >= 4.5, accent);
    assert.ok(contrast(rgb(made['--accent-light']), [241, 241, 246]) >= 4.5, accent);
    assert.ok(contrast(rgb(made['--accent-dark']), [37, 37, 46]) >= 4.5, accent);
  }
});

test('what is no colour changes nothing', () => {
  for (const accent of [undefined, null, '', 'red', '#12', '#1234567', '#fff;}', 'url(x)']) assert.deepEqual(accentProperties(accent), {});
});
