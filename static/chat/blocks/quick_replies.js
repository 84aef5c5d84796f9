// Short answers to press, under the greeting and under what is asked.
import { choice, isOpen } from './card.js';
import { h } from '../page/elements.js';

export function quickReplies(block, context) {
  if (!isOpen(block)) return null;
  return h('div', { class: 'replies' }, block.options.map((option) => choice(block, context, option, { class: 'reply', dir: 'auto' }, option.label)));
}
