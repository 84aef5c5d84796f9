// The three soonest times of the service that is booked most, or of somebody who does it; gone in silence where there are none.
import { h, icon } from '../page/elements.js';
import { retryNote } from '../page/retry.js';
import { zoneNote } from './own_time.js';
import { slotButton } from './slot_button.js';

// wanted: {staff_id} where only their times count.
export function soonestTimes(block, context, pick, wanted = {}) {
  const { words, actions } = context;
  const grid = h('div', { class: 'grid' }, [1, 2, 3].map(() => h('span', { class: 'time waiting', 'aria-hidden': 'true' })));
  const title = h('h2', {}, words.t('soonest'));
  const element = h('section', { class: 'card soonest', 'aria-label': words.t('soonest') }, title, grid);
  const draw = (found) => {
    const times = found.soonest.length ? found.soonest : [found.later].filter(Boolean);
    if (!times.length) return element.remove();
    const look = { zone: found.time_zone, day: true };
    const facts = [found.service, found.lengths.length > 1 && words.minutes(found.duration_min), found.price && words.price(found.price)].filter(Boolean);
    title.append(...facts.flatMap((fact) => [' · ', h('span', { class: 'soft', dir: 'auto' }, fact)]));
    grid.replaceChildren(...times.map((time) => slotButton(block, context, time, look)));
    if (times.some(({ start }) => words.elsewhere(start, look.zone))) grid.before(zoneNote(words, look.zone));
    element.append(h('button', { type: 'button', class: 'link', onclick: () => pick({ service_id: found.service_id, location_id: found.location_id, ...wanted }) },
      icon('calendar'), words.t('all_times')));
  };
  const ask = () => actions.times('days', wanted).then(draw).catch((problem) => (problem.status ? element.remove() : grid.replaceChildren(retryNote(problem, words, ask))));
  ask();
  return element;
}
