// All free times of a service. What fills the card is fetched when it is first asked for (lazy/days.js), and is no part of the page's
// own script: what it needs of that is given.
import { fetchLazy } from '../page/lazy.js';
import { h, icon } from '../page/elements.js';
import { movedDate } from '../page/dates.js';
import { retryNote } from '../page/retry.js';
import { zoneNote } from './own_time.js';
import { slotButton } from './slot_button.js';

// wanted: {service_id, staff_id, location_id, duration_min, party_size, date}, or {block_id, date} of a list in the chat; context:
// {words, actions, back}.
export function dayPicker(wanted, block, context) {
  const { back, words } = context;
  const title = h('h2', { tabindex: '-1', dir: 'auto' });
  const facts = h('p', { class: 'soft', dir: 'auto' });
  const choices = h('div');
  const body = h('div', { class: 'days' });
  const fill = () => fetchLazy('days.js')
    .then(({ fillDays }) => fillDays({ h, icon, movedDate, retryNote, slotButton, zoneNote }, { title, facts, choices, body }, wanted, block, context))
    .catch(() => body.replaceChildren(retryNote(null, words, fill)));
  const element = h('div', { class: 'card picker' },
    h('header', { class: 'bar' }, back && h('button', { type: 'button', class: 'tool', 'aria-label': words.t('back'), onclick: back }, icon('back')),
      h('div', {}, title, facts)), choices, body);
  // Its times are below what was pressed: they come into sight once they are there.
  fill().then(() => element.scrollIntoView?.({ block: 'start' }));
  return element;
}
