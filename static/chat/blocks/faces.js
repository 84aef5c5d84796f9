// Pictures of people and services; where there is none, the first letter of the name.
import { h } from '../page/elements.js';

// One that cannot be fetched is taken away.
export const picture = (attributes) => h('img', { alt: '', loading: 'lazy', onerror: ({ target }) => target.remove(), ...attributes });

export const face = ({ picture: src, name }) => (src
  ? picture({ class: 'face round', src, width: 48, height: 48 })
  : h('span', { class: 'face round', 'aria-hidden': 'true' }, [...name][0] ?? ''));
