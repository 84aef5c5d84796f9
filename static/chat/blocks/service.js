// What a service is, how long it takes and what it costs, as a button.
import { h, icon } from '../page/elements.js';
import { picture } from './faces.js';

export const serviceButton = (service, words, attributes) => h('button', { type: 'button', class: 'service', ...attributes }, ...serviceFacts(service, words));

export function serviceFacts(service, words) {
  const several = service.lengths?.length ? service.lengths : null;
  return [
    service.picture && picture({ src: service.picture, width: 64, height: 48 }),
    h('span', { class: 'what' },
      h('strong', { dir: 'auto' }, service.name),
      service.description && h('span', { class: 'soft', dir: 'auto' }, service.description)),
    h('span', { class: 'facts' },
      service.price && h('strong', { dir: 'auto' }, (several && words.prices(several)) ?? words.price(service.price)),
      service.duration_min && h('span', { class: 'soft' }, several ? words.lengths(several) : words.minutes(service.duration_min))),
    icon('chevron'),
  ];
}
