// What an assistant may show beside its words. A block that is not known is shown as its fallback text.
import { h } from '../elements.js';
import { bookingCard } from './booking_card.js';
import { contactFallback, datePicker, quickReplies, serviceList } from './choices.js';
import { form } from './form.js';
import { summary } from './summary.js';
import { slotPicker } from './times.js';

const KINDS = {
  quick_replies: quickReplies,
  service_list: serviceList,
  slot_picker: slotPicker,
  date_picker: datePicker,
  form,
  summary,
  booking_card: bookingCard,
  contact_fallback: contactFallback,
};

/**
 * block as in the wire contract, plus `pressed`; context: {words, actions: {press, submit, now, hold}, old},
 * old the node it replaces. -> a node, or null where nothing is left to show.
 */
export function renderBlock(block, context) {
  const kind = Object.hasOwn(KINDS, block.type) ? KINDS[block.type] : fallback;
  return kind(block, context);
}

// A button of a block; dead when the block is closed or one of its buttons was pressed.
export function choice(block, { actions }, { input_id: id, label, ...more }, attributes, ...content) {
  const chosen = block.pressed !== undefined && block.pressed !== null && block.pressed === (id ?? label);
  return h('button', {
    type: 'button',
    ...attributes,
    class: `${attributes.class}${chosen ? ' chosen' : ''}`,
    disabled: !isOpen(block),
    onclick: () => actions.press(block, { input_id: id, label, ...more }),
  }, ...content);
}

export const isOpen = (block) => block.state !== 'closed' && (block.pressed === undefined || block.pressed === null);

const fallback = ({ fallback_text: text }) => (text ? h('p', { class: 'card', dir: 'auto' }, text) : null);
