// What an assistant may show beside its words. A block that is not known is shown as its fallback text.
import { contactFallback } from './contact_fallback.js';
import { fetchLazy, fetchStyle } from '../page/lazy.js';
import { h } from '../page/elements.js';
import { opening } from './opening.js';
import { personBlock } from './person.js';
import { quickReplies } from './quick_replies.js';

const KINDS = {
  quick_replies: quickReplies,
  opening,
  person: personBlock,
  contact_fallback: contactFallback,
};
const LATER = ['service_list', 'date_picker', 'slot_picker', 'form', 'summary', 'booking_card'];
let cards = {};

// What a conversation shows beyond these, on its way while its first answer is.
export async function fetchCards() {
  const [module] = await Promise.all([fetchLazy('cards.js'), fetchStyle('cards.css')]);
  cards = module.cards;
  return module;
}

/**
 * block as in the wire contract, plus `pressed`; context: {words, actions: {press, submit, now, hold}, old},
 * old the node it replaces. -> a node, or null where nothing is left to show.
 */
export function renderBlock(block, context) {
  if (LATER.includes(block.type)) return drawnLater(block, context);
  return drawn(Object.hasOwn(KINDS, block.type) ? KINDS[block.type] : fallback, block, context);
}

function drawn(kind, block, context) {
  try {
    return kind(block, context);
  } catch {
    // A block this page cannot draw must not stop the conversation: it is said in words.
    return fallback(block);
  }
}

// In a place of its own, where the words stand as long as the script is not there.
function drawnLater(block, context) {
  const place = h('div', {});
  const draw = () => place.replaceChildren(...[drawn(cards[block.type], block, context)].filter(Boolean));
  if (cards[block.type]) draw();
  else fetchCards().then(draw).catch(() => place.replaceChildren(...[fallback(block)].filter(Boolean)));
  return place;
}

const fallback = ({ fallback_text: text }) => (text ? h('p', { class: 'card', dir: 'auto' }, text) : null);
