// Who somebody is: their face, what is said of them, their next free times, and what they do. A time that is pressed books with them.
import { dayPicker } from './day_picker.js';
import { directionOf } from '../page/direction.js';
import { face } from './faces.js';
import { h, icon } from '../page/elements.js';
import { serviceButton } from './service.js';
import { soonestTimes } from './soonest.js';
import { swapIn } from '../page/swap.js';

// services: those they do; pick(wanted) shows all days of one; back, where there is a way back.
export function personCard(block, context, { person, services, pick, back }) {
  const { words } = context;
  return h('div', { class: 'person' },
    h('header', { class: 'bar' }, back && h('button', { type: 'button', class: 'tool', 'aria-label': words.t('back'), onclick: back }, icon('back')),
      face(person), h('div', {}, h('h2', { dir: 'auto', tabindex: '-1' }, person.name),
        person.bio && h('p', { class: 'soft', dir: directionOf(person.bio) }, person.bio))),
    services.length > 0 && [soonestTimes(block, context, pick, { staff_id: person.id }), serviceSection(words, services, (service) => pick({ service_id: service.id, staff_id: person.id }))]);
}

export const serviceSection = (words, services, press) => h('section', { 'aria-label': words.t('services') }, h('h2', {}, words.t('services')),
  h('ul', { class: 'card services' }, services.map((service) => h('li', {}, serviceButton(service, words, { onclick: () => press(service) })))));

// The same as a part of an answer: {person, services}.
export function personBlock(block, context) {
  const element = h('div', { class: 'opening introduced' });
  const pick = (wanted) => swapIn(element, context.actions.enter, (back) => dayPicker(wanted, block, { ...context, back }));
  element.append(personCard(block, context, { ...block, pick }));
  return element;
}
