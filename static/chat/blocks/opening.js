// What a customer sees before anything is said: whether it is open, the soonest times, what is offered, and by whom. Nothing of it
// needs a conversation; the first time that is pressed begins one.
import { dayPicker } from './day_picker.js';
import { face } from './faces.js';
import { h, icon } from '../page/elements.js';
import { personCard, serviceSection } from './person.js';
import { soonestTimes } from './soonest.js';
import { swapIn } from '../page/swap.js';

export function opening(block, context) {
  if (block.state === 'closed' || !block.services.length) return null;
  const { words, actions } = context;
  const element = h('div', { class: 'opening' });
  const pick = (wanted) => swapIn(element, actions.enter, (back) => dayPicker(wanted, block, { ...context, back }));
  const meet = (person) => swapIn(element, actions.enter, (back) => personCard(block, context, {
    person, services: block.services.filter(({ id }) => person.services.includes(id)), pick, back,
  }));
  element.append(...[placesOf(block, context), soonestTimes(block, context, pick), peopleOf(block, context, meet),
    serviceSection(words, block.services, (service) => pick({ service_id: service.id }))].filter(Boolean));
  return element;
}

function placesOf({ places }, { words }) {
  const many = places.length > 1;
  return h('ul', { class: 'places' }, places.map((place) => h('li', {},
    many && h('strong', { dir: 'auto' }, place.name),
    hoursOf(place, words),
    place.address && h('span', { class: 'soft' }, icon('place'), h('bdi', {}, place.address)))));
}

function hoursOf({ open_until: until, opens_at: from, time_zone: zone }, words) {
  if (until) return h('span', { class: 'presence' }, words.t('open_until', { time: words.time(until, zone) }));
  return from && h('span', { class: 'presence shut' }, words.opensAt(from, zone));
}

function peopleOf({ people }, { words }, meet) {
  if (!people.length) return null;
  return h('section', { 'aria-label': words.t('people') }, h('h2', {}, words.t('people')), h('ul', { class: 'people' }, people.map((person) => h('li', {},
    h('button', { type: 'button', onclick: () => meet(person) }, face(person), h('span', { dir: 'auto' }, person.name))))));
}
