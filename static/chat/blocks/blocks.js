// What an assistant may show beside its words. A block that is not known is shown as its fallback text.
import { h, icon } from '../elements.js';
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
  try {
    return kind(block, context);
  } catch {
    // A block this page cannot draw must not stop the conversation: it is said in words.
    return fallback(block);
  }
}

// A button of a block; dead when the block is closed or, but for times, when one of its buttons was pressed.
export function choice(block, { actions }, { input_id: id, label, ...more }, attributes, ...content) {
  const chosen = block.pressed !== undefined && block.pressed !== null && block.pressed === (id ?? label);
  return h('button', {
    type: 'button',
    disabled: !isOpen(block) || chosen,
    ...attributes,
    class: `${attributes.class}${chosen ? ' chosen' : ''}`,
    onclick: () => actions.press(block, { input_id: id, label, ...more }),
  }, ...content);
}

// A card with a title. Once answered it folds up, so that the conversation stays short.
export function card(block, kind, title, ...content) {
  const heading = h('h2', { dir: 'auto' }, title);
  if (block.state !== 'closed') return h('div', { class: `card ${kind}` }, heading, content);
  return h('details', { class: `card ${kind}` }, h('summary', {}, heading, icon('chevron')), content);
}

// Another time may be pressed until something is booked; what else was answered is answered.
export const isOpen = ({ type, state, pressed }) => state !== 'closed' && (type === 'slot_picker' || pressed === undefined || pressed === null);

const fallback = ({ fallback_text: text }) => (text ? h('p', { class: 'card', dir: 'auto' }, text) : null);
