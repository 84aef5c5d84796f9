// What every block is made of: a card that folds up once answered, and buttons that are dead once it is.
import { directionOf } from '../page/direction.js';
import { h, icon } from '../page/elements.js';

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

// A card with a title: a text, or several that stand beside each other the way the page runs. Once answered it folds up, so that
// the conversation stays short.
export function card(block, kind, title, ...content) {
  const heading = Array.isArray(title) ? h('h2', {}, title.flatMap((part, at) => [at ? ' · ' : '', h('span', { dir: 'auto' }, part)]))
    : h('h2', { dir: directionOf(title ?? '') }, title);
  if (block.state !== 'closed') return h('div', { class: `card ${kind}` }, heading, content);
  return h('details', { class: `card ${kind}` }, h('summary', {}, heading, icon('chevron')), content);
}

// Another time may be pressed until something is booked; what else was answered is answered.
export const isOpen = ({ type, state, pressed }) => state !== 'closed' && (type === 'slot_picker' || pressed === undefined || pressed === null);
