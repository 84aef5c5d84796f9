// The customer's own clock below a time, where it shows another.
import { h } from '../page/elements.js';

// With the weekday where it is another day there. Whose time it is stands above; who cannot see that hears it.
export function ownTime(words, start, zone) {
  const dayIn = (timeZone) => new Intl.DateTimeFormat('en', { timeZone, day: 'numeric' }).format(new Date(start));
  const time = dayIn(zone) === dayIn(words.zone) ? words.time(start) : words.weekdayTime(start);
  return [h('small', { 'aria-hidden': 'true' }, time), h('span', { class: 'unseen' }, words.t('your_time', { time }))];
}
