// What would be booked, for how long it is held, and yes or no.
import { h, icon } from '../page/elements.js';
import { choice } from './card.js';

export function summary(block, context) {
  const { words } = context;
  return h('div', { class: `card summary ${block.outcome ?? ''}`, role: 'group', 'aria-label': block.title },
    h('h2', { dir: 'auto' }, block.title),
    h('dl', {},
      block.rows.map(({ label, value }) => rowOf(label, value)),
      block.price && rowOf(words.t('price'), words.price(block.price))),
    block.outcome ? h('p', { class: 'outcome' }, block.outcome === 'agreed' && icon('check'), words.t(block.outcome))
      : block.state === 'open' && block.expires_at && countdown(block, context),
    !block.outcome && h('div', { class: 'actions' }, block.actions.map((action) => choice(block, context, action, {
      class: action.style === 'primary' ? 'primary' : 'secondary', dir: 'auto',
    }, action.label))));
}

const rowOf = (label, value) => h('div', {}, h('dt', { dir: 'auto' }, label), h('dd', { dir: 'auto' }, value));

function countdown(block, { words, actions }) {
  const left = h('span', {});
  const element = h('p', { class: 'countdown', role: 'timer' }, icon('clock'), left);
  const tick = () => {
    // A hold is extended while the customer goes on talking.
    const until = Math.max(Date.parse(block.expires_at), Date.parse(actions.hold()?.expires_at ?? 0));
    const rest = until - actions.now();
    left.textContent = rest > 0 ? words.t('held', { time: words.countdown(rest) }) : words.t('hold_over');
    element.classList.toggle('soon', rest < 60_000);
    if (rest > 0 && (element.isConnected || !left.ticked)) setTimeout(tick, 1000);
    left.ticked = true;
  };
  tick();
  return element;
}
