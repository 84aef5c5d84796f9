// Services and a date to choose.
import { choice, isOpen } from './card.js';
import { h } from '../page/elements.js';
import { serviceFacts } from './service.js';

export function serviceList(block, context) {
  const { words } = context;
  return h('ul', { class: 'card services' }, block.services.map((service) => h('li', {}, choice(
    block, context, { ...service, label: service.name }, { class: 'service' }, ...serviceFacts(service, words),
  ))));
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
