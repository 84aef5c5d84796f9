// What would be booked, for how long it is held, and yes or no.
import { choice } from './card.js';
import { countdown, factsOf } from './held_facts.js';
import { h, icon } from '../page/elements.js';

export function summary(block, context) {
  const { words } = context;
  return h('div', { class: `card summary ${block.outcome ?? ''}`, role: 'group', 'aria-label': block.title },
    h('h2', { dir: 'auto' }, block.title), factsOf(block, words),
    block.outcome ? h('p', { class: 'outcome' }, block.outcome === 'agreed' && icon('check'), words.t(block.outcome))
      : block.state === 'open' && block.expires_at && countdown(block.expires_at, context),
    !block.outcome && h('div', { class: 'actions' }, block.actions.map((action) => choice(block, context, action, {
      class: { primary: 'primary', danger: 'primary danger' }[action.style] ?? 'secondary', dir: 'auto',
    }, action.label))));
}
