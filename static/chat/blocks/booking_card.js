// What was booked, moved or cancelled, as the calendar has it; and the way into the customer's own.
import { h, icon } from '../page/elements.js';
import { safeUrl } from '../page/markdown.js';

export function bookingCard(block, { words }) {
  const { status, code, service, staff, start, end, time_zone: zone, location, price, calendar, customer } = block;
  return h('div', { class: `card booking ${status}`, role: 'group', 'aria-label': block.title },
    h('header', {}, h('span', { class: 'seal' }, icon(SEALS[status] ?? 'check')), h('div', {}, h('p', { class: 'state' }, words.t(status)), h('h2', { dir: 'auto' }, block.title))),
    h('p', { class: 'when' }, h('strong', {}, words.fullDay(start, zone)), h('span', {}, words.timeSpan(start, end, zone)),
      words.elsewhere(start, zone) && h('small', { class: 'soft' }, `${words.zoneName(zone)} · ${words.t('your_time', { time: words.weekdayTime(start) })}`)),
    h('ul', { class: 'facts' },
      fact('calendar', service),
      customer && fact('mail', [customer.name, customer.contact].filter(Boolean).join(', ')),
      fact('person', staff),
      fact('place', location && [location.name, location.address].filter(Boolean).join(', ')),
      fact('price', price && words.price(price))),
    h('p', { class: 'code' }, h('span', { class: 'soft' }, words.t('code')), h('code', { dir: 'ltr' }, code)),
    calendar && calendarLinks(calendar, words));
}

const SEALS = { confirmed: 'check', rescheduled: 'again', cancelled: 'close', declined: 'close', replaced: 'again', pending_approval: 'clock' };

const fact = (shape, text) => text && h('li', {}, icon(shape), h('span', { dir: 'auto' }, text));

function calendarLinks({ ics_url: ics, google_url: google, outlook_url: outlook }, words) {
  const link = (url, label) => {
    const href = url && safeUrl(new URL(url, location.href).href);
    return href && h('a', { class: 'secondary', href, target: '_blank', rel: 'noopener' }, label);
  };
  return h('div', { class: 'calendars', role: 'group', 'aria-label': words.t('add_to_calendar') },
    h('p', { class: 'soft' }, words.t('add_to_calendar')),
    link(google, 'Google'), link(outlook, 'Outlook'), link(ics, words.t('calendar_file')));
}
