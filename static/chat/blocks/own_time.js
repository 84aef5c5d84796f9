// The customer's own clock below a time, where it shows another.
import { h, icon } from '../page/elements.js';

// Whose clock the times are told on, where the customer's is another.
export const zoneNote = (words, zone) => h('p', { class: 'soft zone' }, icon('clock'), h('span', {}, `${words.t('times_in', { zone: words.zoneName(zone) })}. ${words.t('yours_below')}`));

// With the weekday where it is another day there. Whose time it is stands above; who cannot see that hears it.
export function ownTime(words, start, zone) {
  const dayIn = (timeZone) => new Intl.DateTimeFormat('en', { timeZone, day: 'numeric' }).format(new Date(start));
  const time = dayIn(zone) === dayIn(words.zone) ? words.time(start) : words.weekdayTime(start);
  return [h('small', { 'aria-hidden': 'true' }, time), h('span', { class: 'unseen' }, words.t('your_time', { time }))];
}
