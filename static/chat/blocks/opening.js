// What a customer sees before anything is said: whether it is open, the soonest times, what is offered, and by whom. Nothing of it
// needs a conversation; the first time that is pressed begins one.
import { dayPicker } from './day_picker.js';
import { face } from './faces.js';
import { h, icon } from '../page/elements.js';
import { serviceButton } from './choices.js';
import { soonestTimes } from './soonest.js';

export function opening(block, context) {
  if (block.state === 'closed' || !block.services.length) return null;
  const element = h('div', { class: 'opening' });
  const show = (title, ...content) => {
    element.replaceChildren(...content.filter(Boolean));
    if (title) element.querySelector('h2').focus();
  };
  const home = () => [placesOf(block, context), soonest, peopleOf(block, context, meet), listOf(block, context, block.services, pick)];
  const back = () => show(true, ...home());
  const pick = (wanted) => show(true, dayPicker(wanted, block, { ...context, back }));
  const meet = (person) => show(true, personCard(block, context, person, pick, back));
  const soonest = soonestTimes(block, context, pick);
  show(false, ...home());
  return element;
}

function placesOf({ places }, { words }) {
  const many = places.length > 1;
  return h('ul', { class: 'places' }, places.map((place) => h('li', {},
    many && h('strong', { dir: 'auto' }, place.name),
    hoursOf(place, words),
    place.address && h('span', { class: 'soft', dir: 'auto' }, icon('place'), place.address))));
}

function hoursOf({ open_until: until, opens_at: from, time_zone: zone }, words) {
  if (until) return h('span', { class: 'presence' }, words.t('open_until', { time: words.time(until, zone) }));
  return from && h('span', { class: 'presence shut' }, words.t('opens_at', { time: words.weekdayTime(from, zone) }));
}

function listOf(block, { words }, services, pick, staff) {
  return h('section', { 'aria-label': words.t('services') }, h('h2', { tabindex: staff ? undefined : '-1' }, words.t('services')), h('ul', { class: 'card services' },
    services.map((service) => h('li', {}, serviceButton(service, words, { onclick: () => pick({ service_id: service.id, staff_id: staff }) })))));
}

function peopleOf({ people }, { words }, meet) {
  if (!people.length) return null;
  return h('section', { 'aria-label': words.t('people') }, h('h2', {}, words.t('people')), h('ul', { class: 'people' }, people.map((person) => h('li', {},
    h('button', { type: 'button', onclick: () => meet(person) }, face(person), h('span', { dir: 'auto' }, person.name))))));
}

// Who somebody is, and what they do: each service leads to their own free times.
function personCard(block, context, person, pick, back) {
  const { words } = context;
  const does = block.services.filter(({ id }) => person.services.includes(id));
  return h('div', { class: 'person' },
    h('header', { class: 'bar' }, backButton(words, back), face(person), h('div', {}, h('h2', { dir: 'auto', tabindex: '-1' }, person.name),
      person.bio && h('p', { class: 'soft', dir: 'auto' }, person.bio))),
    does.length > 0 && listOf(block, context, does, pick, person.id));
}

const backButton = (words, back) => h('button', { type: 'button', class: 'tool', 'aria-label': words.t('back'), onclick: back }, icon('back'));
