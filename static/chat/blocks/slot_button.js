// A free time of the page's own lists. Its id is the server's promise for half an hour that it may be asked for.
import { h } from '../page/elements.js';
import { ownTime } from './own_time.js';

// look: {zone, day: whether the day is said, party: how many come}.
export function slotButton(block, { words, actions }, time, { zone, day, party, big }) {
  const label = day ? words.weekdayTime(time.start, zone) : words.time(time.start, zone);
  const press = () => actions.press(block, { slot_id: time.slot_id, label: big ?? label, party_size: party });
  return h('button', { type: 'button', class: big ? 'primary' : 'time', onclick: press },
    big ? h('span', {}, big) : [day && h('small', {}, words.soonDay(time.start, zone)), ' ', h('strong', {}, words.time(time.start, zone))],
    words.elsewhere(time.start, zone) && ownTime(words, time.start, zone),
    time.seats_left > 1 && h('small', {}, words.t('seats', { count: time.seats_left })));
}
