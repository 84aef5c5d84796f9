// What a service is, how long it takes and what it costs, as a button.
import { h, icon } from '../page/elements.js';
import { picture } from './faces.js';

export const serviceButton = (service, words, attributes) => h('button', { type: 'button', class: 'service', ...attributes }, ...serviceFacts(service, words));

// Where it comes in several lengths, each stands below its name with what it is called and costs.
export function serviceFacts({ name, description, picture: src, price, duration_min: minutes, lengths }, words) {
  const several = lengths?.length > 0;
  return [
    src && picture({ src, width: 64, height: 48 }),
    h('span', { class: 'told' },
      h('span', { class: 'what' },
        h('strong', { dir: 'auto' }, name),
        description && h('span', { class: 'soft', dir: 'auto' }, description),
        several && lengths.map((one) => h('span', { dir: 'auto' }, words.lengthAndPrice(one.duration_min, one.price, one.name)))),
      !several && h('span', { class: 'facts' },
        price && h('strong', { dir: 'auto' }, words.price(price)),
        minutes && h('span', { class: 'soft' }, words.minutes(minutes)))),
    icon('chevron'),
  ];
}
