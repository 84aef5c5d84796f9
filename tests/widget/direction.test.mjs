// A text runs the way of its language, whatever word it begins with.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOf } from '../../static/chat/page/direction.js';

const TEXTS = {
  'Haircut עולה 45.00 ₪ ונמשך 45 דקות.': 'rtl',
  'Haircut: السعر 45 والمدة 45 دقيقة.': 'rtl',
  'זה כתוב אצלנו רק באנגלית: "There are two parking spaces in the courtyard"': 'rtl',
  'Haircut costs €45.00 and takes 45 minutes.': 'ltr',
  'You can come to דנה on Tuesday.': 'ltr',
  '10:30': 'auto',
  '': 'auto',
};

for (const [text, direction] of Object.entries(TEXTS)) {
  test(`${direction}: ${text}`, () => {
    // Twice, as a pattern remembers where it stopped.
    assert.deepEqual([directionOf(text), directionOf(text)], [direction, direction]);
  });
}
