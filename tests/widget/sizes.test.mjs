// The widget weighs less than the page it sits on.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const KB = 1024;
const root = new URL('../../static/', import.meta.url);
const weight = (file) => gzipSync(readFileSync(new URL(file, root)), { level: 9 }).length;
const files = (folder, kind) => readdirSync(new URL(folder, root)).filter((file) => file.endsWith(kind)).map((file) => folder + file);

test('the launcher is at most 3 KB', (t) => {
  t.diagnostic(`${weight('embed/chat.js')} bytes, and ${weight('embed/panel.js')} when opened`);
  assert.ok(weight('embed/chat.js') <= 3 * KB);
});

test('everything the conversation page loads in one language is at most 35 KB', (t) => {
  const languages = files('chat/languages/', '.js').map(weight);
  // consent.js is fetched only where a site asks for consent, cookies.js only where a browser forbids storage.
  const scripts = files('chat/', '.js').filter((file) => !['chat/consent.js', 'chat/cookies.js'].includes(file));
  const rest = [...scripts, ...files('chat/', '.css'), ...files('chat/', '.html'), ...files('chat/blocks/', '.js')];
  const total = rest.map(weight).reduce((sum, size) => sum + size, Math.max(...languages));
  t.diagnostic(`${total} bytes`);
  assert.ok(total <= 35 * KB, `${total} bytes`);
});

test('every module but the blocks, the consent and the cookies is preloaded, and every preloaded file is there', () => {
  const page = readFileSync(new URL('chat/index.html', root), 'utf8');
  const preloaded = [...page.matchAll(/modulepreload" href="\/chat\/assets\/([\w/{}]+\.js)"/g)].map(([, file]) => file);
  const needed = new Set();
  const follow = (file) => {
    for (const [, other] of readFileSync(new URL(`chat/${file}`, root), 'utf8').matchAll(/(?:^import .* from |import\()'\.\/([\w]+\.js)'/gm)) {
      if (!needed.has(other)) needed.add(other) && follow(other);
    }
  };
  follow('main.js');
  needed.delete('consent.js');
  needed.delete('cookies.js');
  assert.deepEqual(preloaded.sort(), [...needed, 'languages/{{lang}}.js'].sort());
});
