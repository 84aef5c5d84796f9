// Buttons to answer with: quick replies, services, a date, and whom to call when all else fails.
import { h, icon } from '../page/elements.js';
import { choice, isOpen } from './card.js';
import { picture } from './faces.js';

export function quickReplies(block, context) {
  if (!isOpen(block)) return null;
  return h('div', { class: 'replies' }, block.options.map((option) => choice(block, context, option, { class: 'reply', dir: 'auto' }, option.label)));
}

export function serviceList(block, context) {
  const { words } = context;
  return h('ul', { class: 'card services' }, block.services.map((service) => h('li', {}, choice(
    block, context, { ...service, label: service.name }, { class: 'service' }, ...serviceFacts(service, words),
  ))));
}

export const serviceButton = (service, words, attributes) => h('button', { type: 'button', class: 'service', ...attributes }, ...serviceFacts(service, words));

function serviceFacts(service, words) {
  return [
    service.picture && picture({ src: service.picture, width: 64, height: 48 }),
    h('span', { class: 'what' },
      h('strong', { dir: 'auto' }, service.name),
      service.description && h('span', { class: 'soft', dir: 'auto' }, service.description)),
    h('span', { class: 'facts' },
      service.price && h('strong', { dir: 'auto' }, words.price(service.price)),
      service.duration_min && h('span', { class: 'soft' }, words.minutes(service.duration_min))),
    icon('chevron'),
  ];
}

export function datePicker(block, { words, actions }) {
  const id = `date-${block.id}`;
  const field = h('input', { type: 'date', id, min: block.min, max: block.max, required: true, value: block.min, disabled: !isOpen(block) });
  const choose = (event) => {
    event.preventDefault();
    if (field.reportValidity()) actions.press(block, { input_id: block.input_id, label: words.day(field.value), payload: { date: field.value } });
  };
  return h('form', { class: 'card date', onsubmit: choose },
    h('label', { for: id }, words.t('pick_date')), field,
    h('button', { class: 'primary', disabled: !isOpen(block) }, words.t('use_date')));
}

export function contactFallback({ text, phone, email, hours }, { words }) {
  return h('div', { class: 'card contact' },
    text && h('p', { dir: 'auto' }, text),
    phone && h('a', { class: 'secondary', href: `tel:${phone.replace(/[^\d+]/g, '')}` }, icon('phone'), words.t('call', { phone: `\u2066${phone}\u2069` })),
    email && h('a', { class: 'secondary', href: `mailto:${encodeURIComponent(email)}` }, icon('mail'), words.t('mail', { email })),
    hours && h('p', { class: 'soft', dir: 'auto' }, hours));
}
