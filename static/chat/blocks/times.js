// Free times, grouped by day as the location counts days; the customer's own clock where it differs.
import { dayPicker } from './day_picker.js';
import { h, icon } from '../page/elements.js';
import { ownTime } from './own_time.js';
import { card, choice, isOpen } from './card.js';
import { swapIn } from '../page/swap.js';

export function slotPicker(block, context) {
  const { words } = context;
  const times = block.days.flatMap((day) => day.times);
  const elsewhere = times.some(({ start }) => words.elsewhere(start, block.time_zone));
  const people = new Set(times.map(({ staff }) => staff));
  const look = { elsewhere, staff: people.size > 1 };
  const only = people.size === 1 && [...people][0];
  const element = h('div', {});
  const openOn = (date) => swapIn(element, context.actions.enter, (back) => dayPicker({ block_id: block.id, date }, block, { ...context, back }));
  element.append(card(block, 'times', [block.service, block.duration_min && words.minutes(block.duration_min), only, block.price && words.price(block.price)].filter(Boolean),
    h('p', { class: 'soft zone' }, icon('clock'), h('span', {}, words.t('times_in', { zone: words.zoneName(block.time_zone) }),
      elsewhere && `. ${words.t('yours_below')}`)),
    block.days.map((day) => dayOf(block, context, day, look, openOn)),
    block.more && choice(block, context, block.more, { class: 'secondary' }, block.more.label)));
  return element;
}

// The times that were found for the customer's words; one tap away, every other one of that day and of the days around it.
function dayOf(block, context, { date, times }, look, openOn) {
  const { words } = context;
  return h('div', { role: 'group', 'aria-label': words.day(date) }, h('h3', {}, words.day(date)),
    h('div', { class: 'grid' }, times.map((time) => timeButton(block, context, time, look))),
    isOpen(block) && h('button', { type: 'button', class: 'link', onclick: () => openOn(date) }, words.t('more_times')));
}

function timeButton(block, context, time, { elsewhere, staff }) {
  const { words } = context;
  const label = words.time(time.start, block.time_zone);
  return choice(block, context, { ...time, label }, { class: 'time' },
    h('strong', {}, label),
    elsewhere && ownTime(words, time.start, block.time_zone),
    staff && time.staff && h('small', { dir: 'auto' }, time.staff),
    time.seats_left > 1 && h('small', {}, words.t('seats', { count: time.seats_left })));
}
