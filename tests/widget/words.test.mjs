// Every language says everything, and dates, zones and prices are said its way.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Words } from '../../static/chat/page/words.js';

const chat = new URL('../../static/chat/', import.meta.url);
const languages = readdirSync(new URL('languages', chat)).map((file) => file.replace('.json', ''));
const catalogue = (lang) => JSON.parse(readFileSync(new URL(`languages/${lang}.json`, chat)));
const wordsFor = (locale, zone) => new Words({ catalogue: catalogue(locale.slice(0, 2)), locale, dir: 'ltr', zone });
const holes = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
const english = catalogue('en');

test('there are seven languages', () => {
  assert.deepEqual(languages.sort(), ['ar', 'de', 'en', 'es', 'fr', 'he', 'it']);
});

for (const lang of languages) {
  test(`${lang} has every word, with the same holes to fill`, () => {
    const words = catalogue(lang);
    assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(words)) {
      assert.ok(text.trim(), key);
      assert.deepEqual(holes(text), holes(english[key]), key);
    }
  });
}

// Words that are asked for by a name that comes from elsewhere: the outcomes and states of the server's blocks, the kinds of
// notes, the two faces of the composer's button, and the tools of the heading.
const BY_NAME = {
  'blocks/summary.js': ['agreed', 'declined', 'expired', 'replaced'],
  'blocks/booking_card.js': ['confirmed', 'rescheduled', 'cancelled', 'declined', 'replaced', 'displaced', 'pending_approval', 'past'],
  'lazy/days.js': ['length', 'person', 'place', 'earlier', 'later', 'full', 'shut'],
  'lazy/day_times.js': ['morning', 'afternoon', 'evening', 'full', 'shut'],
  'lazy/month.js': ['month_before', 'month_after'],
  'blocks/form.js': ['agreed', 'declined', 'expired', 'replaced', 'missing', 'bad_value', 'yes', 'no'],
  'page/transcript.js': ['joined', 'left', 'handoff', 'failed', 'unread', 'helpful', 'unhelpful'],
  'page/composer.js': ['send', 'stop'],
  'page/retry.js': ['no_connection', 'failed'],
  'page/heading.js': ['menu', 'close'],
};

test('every word is used and every word used is there', () => {
  const files = readdirSync(chat, { recursive: true }).filter((file) => file.endsWith('.js'));
  const used = new Set();
  for (const file of files) {
    const code = readFileSync(new URL(file, chat), 'utf8');
    for (const [, key] of code.matchAll(/\bt\('(\w+)'/g)) used.add(key);
    const named = BY_NAME[file] ?? [];
    if (named.length) assert.match(code, /\bt\((?!')/, `${file} asks for no word by name`);
    for (const key of named) used.add(key);
  }
  assert.deepEqual([...used].sort(), Object.keys(english).sort());
});

test('a price that is the least says so, also of several people and on the button', () => {
  const words = wordsFor('de-DE', 'UTC');
  const price = { amount: '35.00', currency: 'EUR', from: true };
  assert.equal(words.price(price).replace(/\s/gu, ' '), 'ab 35 €');
  assert.equal(words.total(price).replace(/\s/gu, ' '), 'ab 35 €');
  assert.match(words.price({ ...price, each: true, total: '70.00' }), /ab 35.*ab 70/u);
  assert.equal(words.total({ ...price, from: false }).replace(/\s/gu, ' '), '35 €');
});

test('when it opens again is a sentence of its day', () => {
  const berlin = 'Europe/Berlin';
  const at = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
  for (const lang of languages) {
    const words = wordsFor(lang, 'UTC');
    const said = [0, 1, 3, 9].map((days) => words.opensAt(at(days), berlin));
    assert.equal(new Set(said).size, 4, lang);
    for (const text of said) assert.ok(!text.includes('{'), text);
  }
  assert.match(wordsFor('de-DE', 'UTC').opensAt(at(1), berlin), /^Geschlossen, öffnet morgen um \d?\d:\d\d Uhr$/u);
  assert.match(wordsFor('en-GB', 'UTC').opensAt(at(3), berlin), /^Closed now, opens on [A-Z]\w+day at \d\d:\d\d$/u);
  assert.match(wordsFor('en-GB', 'UTC').opensAt(at(9), berlin), /opens on [A-Z]\w+day,? \d+ [A-Z]\w+ at /u);
});

test('a region keeps its own dates', () => {
  assert.equal(wordsFor('en-GB', 'UTC').time('2026-11-27T17:30:00+02:00'), '15:30');
  assert.equal(wordsFor('en-US', 'UTC').time('2026-11-27T17:30:00+02:00').replace(/\s/u, ' '), '3:30 PM');
});

test('the customer is elsewhere where the clock shows another time', () => {
  const berlin = wordsFor('en-GB', 'Europe/Berlin');
  assert.equal(berlin.elsewhere('2026-11-27T10:00:00+02:00', 'Asia/Jerusalem'), true);
  assert.equal(berlin.elsewhere('2026-11-27T10:00:00+01:00', 'Europe/Paris'), false);
});

test('a day is the day the location counts, wherever the customer is', () => {
  assert.equal((wordsFor('en-GB', 'Pacific/Auckland')).day('2026-11-27').replace(',', ''), 'Friday 27 November');
});

test('prices, durations and countdowns', () => {
  const words = wordsFor('en-GB');
  assert.equal(words.price({ amount: '45.00', currency: 'EUR' }), '€45');
  assert.equal(words.price({ amount: '45.50', currency: 'EUR' }), '€45.50');
  assert.equal(words.minutes(45), '45 mins');
  assert.equal(words.minutes(150), '2 hrs 30 mins');
  assert.equal(words.left(545_000), '10 minutes');
  assert.equal(words.left(60_001), '2 minutes');
  assert.equal(words.left(45_000), '45 seconds');
  assert.equal(words.left(-5), '0 seconds');
  assert.equal(wordsFor('he-IL', 'UTC').left(120_000), 'שתי דקות');
});
