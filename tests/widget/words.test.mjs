// Every language says everything, and dates, zones and prices are said its way.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { wordsFor } from '../../static/chat/words.js';

const chat = new URL('../../static/chat/', import.meta.url);
const languages = readdirSync(new URL('languages', chat)).map((file) => file.replace('.js', ''));
const catalogue = async (lang) => (await import(new URL(`languages/${lang}.js`, chat))).default;
const holes = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
const english = await catalogue('en');

test('there are seven languages', () => {
  assert.deepEqual(languages.sort(), ['ar', 'de', 'en', 'es', 'fr', 'he', 'it']);
});

for (const lang of languages) {
  test(`${lang} has every word, with the same holes to fill`, async () => {
    const words = await catalogue(lang);
    assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(words)) {
      assert.ok(text.trim(), key);
      assert.deepEqual(holes(text), holes(english[key]), key);
    }
  });
}

test('every word is used and every word used is there', () => {
  const files = ['', 'blocks/'].flatMap((folder) => readdirSync(new URL(folder, chat)).filter((file) => file.endsWith('.js')).map((file) => folder + file));
  const code = files.map((file) => readFileSync(new URL(file, chat), 'utf8')).join('\n');
  const ofTheServer = ['agreed', 'declined', 'expired', 'replaced', 'confirmed', 'rescheduled', 'cancelled', 'pending_approval'];
  for (const key of Object.keys(english)) assert.ok(ofTheServer.includes(key) || code.includes(`'${key}'`), key);
  for (const [, key] of code.matchAll(/\.t\('(\w+)'/g)) assert.ok(key in english, key);
});

test('an unknown language gets English, a region keeps its own dates', async () => {
  assert.equal((await wordsFor('pl')).lang, 'en');
  assert.equal((await wordsFor(undefined)).lang, 'en');
  const british = await wordsFor('en-GB', 'UTC');
  assert.equal(british.time('2026-11-27T17:30:00+02:00'), '15:30');
  assert.equal((await wordsFor('en-US', 'UTC')).time('2026-11-27T17:30:00+02:00').replace(/\s/u, ' '), '3:30 PM');
});

test('Hebrew and Arabic run from right to left', async () => {
  assert.deepEqual([(await wordsFor('he')).dir, (await wordsFor('ar')).dir, (await wordsFor('fr')).dir], ['rtl', 'rtl', 'ltr']);
});

test('the customer is elsewhere where the clock shows another time', async () => {
  const berlin = await wordsFor('en-GB', 'Europe/Berlin');
  assert.equal(berlin.elsewhere('2026-11-27T10:00:00+02:00', 'Asia/Jerusalem'), true);
  assert.equal(berlin.elsewhere('2026-11-27T10:00:00+01:00', 'Europe/Paris'), false);
});

test('a day is the day the location counts, wherever the customer is', async () => {
  assert.equal((await wordsFor('en-GB', 'Pacific/Auckland')).day('2026-11-27').replace(',', ''), 'Friday 27 November');
});

test('prices, durations and countdowns', async () => {
  const words = await wordsFor('en-GB');
  assert.equal(words.price({ amount: '45.00', currency: 'EUR' }), '€45');
  assert.equal(words.price({ amount: '45.50', currency: 'EUR' }), '€45.50');
  assert.equal(words.minutes(45), '45 mins');
  assert.equal(words.minutes(150), '2 hrs 30 mins');
  assert.equal(words.countdown(605_000), '10:05');
  assert.equal(words.countdown(-5), '0:00');
});
