// Pictures of people and services; where there is none, the first letter of the name.
import { h } from '../page/elements.js';

export const face = ({ picture, name }) => (picture
  ? h('img', { class: 'face round', src: picture, alt: '', width: 48, height: 48, loading: 'lazy' })
  : h('span', { class: 'face round', 'aria-hidden': 'true' }, [...name][0] ?? ''));
