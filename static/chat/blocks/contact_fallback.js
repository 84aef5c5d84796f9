// Whom to call when all else fails. It is there from the beginning: then nothing more can be fetched.
import { h, icon } from '../page/elements.js';

export function contactFallback({ text, phone, email, hours }, { words }) {
  return h('div', { class: 'card contact' },
    text && h('p', { dir: 'auto' }, text),
    phone && h('a', { class: 'secondary', href: `tel:${phone.replace(/[^\d+]/g, '')}` }, icon('phone'), words.t('call', { phone: `\u2066${phone}\u2069` })),
    email && h('a', { class: 'secondary', href: `mailto:${encodeURIComponent(email)}` }, icon('mail'), words.t('mail', { email })),
    hours && h('p', { class: 'soft', dir: 'auto' }, hours));
}
