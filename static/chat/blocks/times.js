// Free times, grouped by day as the location counts days; the customer's own clock where it differs.
import { h, icon } from '../page/elements.js';
import { card, choice, isOpen } from './card.js';

const SHOWN = 9; // times of a day before "all times": three rows of three on a phone

export function slotPicker(block, context) {
  const { words } = context;
  const times = block.days.flatMap((day) => day.times);
  const elsewhere = times.some(({ start }) => words.elsewhere(start, block.time_zone));
  const people = new Set(times.map(({ staff }) => staff));
  const look = { elsewhere, staff: people.size > 1 };
  const only = people.size === 1 && [...people][0];
  return card(block, 'times', [block.service, only, block.price && words.price(block.price)].filter(Boolean),
    h('p', { class: 'soft zone' }, icon('clock'), h('span', {}, words.t('times_in', { zone: words.zoneName(block.time_zone) }),
      elsewhere && `. ${words.t('yours_below')}`)),
    block.days.map((day) => dayOf(block, context, day, look)),
    block.more && choice(block, context, block.more, { class: 'secondary' }, block.more.label));
}

function dayOf(block, context, { date, times }, look) {
  const buttons = times.map((time) => timeButton(block, context, time, look));
  const grid = h('div', { class: 'grid' }, buttons.slice(0, SHOWN));
  const rest = buttons.slice(SHOWN);
  const all = rest.length > 0 && isOpen(block) && h('button', {
    type: 'button',
    class: 'link',
    onclick: () => {
      grid.append(...rest);
      all.remove();
      rest[0].focus();
    },
  }, context.words.t('more_times'));
  return h('div', { role: 'group', 'aria-label': context.words.day(date) }, h('h3', {}, context.words.day(date)), grid, all);
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

// With the weekday where it is another day there. Whose time it is stands above; who cannot see that hears it.
function ownTime(words, start, zone) {
  const dayIn = (timeZone) => new Intl.DateTimeFormat('en', { timeZone, day: 'numeric' }).format(new Date(start));
  const time = dayIn(zone) === dayIn(words.zone) ? words.time(start) : words.weekdayTime(start);
  return [h('small', { 'aria-hidden': 'true' }, time), h('span', { class: 'unseen' }, words.t('your_time', { time }))];
}
