// What an assistant may show beside its words. A block that is not known is shown as its fallback text.
import { h } from '../page/elements.js';
import { bookingCard } from './booking_card.js';
import { contactFallback, datePicker, quickReplies, serviceList } from './choices.js';
import { form } from './form.js';
import { opening } from './opening.js';
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
  opening,
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

const fallback = ({ fallback_text: text }) => (text ? h('p', { class: 'card', dir: 'auto' }, text) : null);
