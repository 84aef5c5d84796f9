// An appointment as the calendar has it, what can be done with it, and the way into the customer's own calendar.
import { isAhead, LIVE } from './ahead.js';
import { dayPicker } from './day_picker.js';
import { h, icon } from '../page/elements.js';
import { safeUrl } from '../page/markdown.js';
import { swapIn } from '../page/swap.js';

const SEALS = { confirmed: 'check', rescheduled: 'again', cancelled: 'close', declined: 'close', replaced: 'again', displaced: 'again', pending_approval: 'clock', past: 'check' };

const OVER = ['past', 'cancelled', 'declined'];
const LATE_FROM = 3 * 3_600_000; // before that nobody knows yet

export function bookingCard(block, context) {
  const { words, actions } = context;
  const { code, service, staff, start, end, time_zone: zone, location, price, calendar, customer } = block;
  const ahead = isAhead(block, actions.now());
  const status = !ahead && LIVE.includes(block.status) ? 'past' : block.status;
  const element = h('div', {});
  const pickAgain = () => swapIn(element, actions.enter, (back) => dayPicker(block.again, block, { ...context, back }));
  element.append(h('div', { class: `card booking ${status}`, role: 'group', 'aria-label': block.title, 'data-block': block.id },
    h('header', {}, h('span', { class: 'seal' }, icon(SEALS[status] ?? 'check')), h('div', {}, h('p', { class: 'state' }, words.t(status)), h('h2', { dir: 'auto' }, block.title))),
    h('p', { class: 'when' }, h('strong', {}, words.fullDay(start, zone)), h('span', {}, words.timeSpan(start, end, zone)),
      words.elsewhere(start, zone) && h('small', { class: 'soft' }, `${words.zoneName(zone)} · ${words.t('your_time', { time: words.weekdayTime(start) })}`)),
    block.note && h('p', { class: 'said', dir: 'auto' }, block.note),
    h('ul', { class: 'facts' },
      fact('calendar', service),
      customer && whoComes(customer),
      fact('person', staff),
      fact('place', location && [location.name, location.address].filter(Boolean).join(', ')),
      fact('price', price && words.price(price))),
    h('p', { class: 'code' }, h('span', { class: 'soft' }, words.t('code')), h('code', { dir: 'ltr' }, code)),
    ahead && whatToDo(block, words, actions),
    ahead && calendar && calendarLinks(calendar, words),
    OVER.includes(status) && block.again && h('div', { class: 'calendars' }, h('button', { type: 'button', class: 'secondary', onclick: pickAgain }, words.t('book_again')))));
  return element;
}

// A number or an address runs from left to right whatever stands around it.
function whoComes({ name, contact }) {
  const shape = !contact ? 'person' : contact.includes('@') ? 'mail' : 'phone';
  return fact(shape, [name && h('bdi', {}, name), name && contact && ', ', contact && h('bdi', { dir: 'ltr' }, contact)]);
}

const fact = (shape, text) => text && h('li', {}, icon(shape), h('span', { dir: 'auto' }, text));

function whatToDo(block, words, { press, now }) {
  const { service, start, time_zone: zone, location, phone } = block;
  const share = () => navigator.share({ text: [service, words.dayTime(start, zone), location?.address].filter(Boolean).join(', ') }).catch(() => {});
  return h('div', { class: 'calendars' },
    (block.actions ?? []).filter(({ near }) => !near || Date.parse(start) - now() < LATE_FROM).map((action) => h('button', { type: 'button', class: 'secondary', dir: 'auto', onclick: () => press(block, action) }, action.label)),
    location?.address && link(`https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(location.address)}`, words.t('directions')),
    phone && h('a', { class: 'secondary', href: `tel:${phone.replace(/[^\d+]/g, '')}` }, words.t('phone')),
    navigator.share && h('button', { type: 'button', class: 'secondary', onclick: share }, words.t('share')));
}

function calendarLinks({ ics_url: ics, google_url: google, outlook_url: outlook }, words) {
  return h('div', { class: 'calendars', role: 'group', 'aria-label': words.t('add_to_calendar') },
    h('p', { class: 'soft' }, words.t('add_to_calendar')),
    link(google, 'Google'), link(outlook, 'Outlook'), link(ics, words.t('calendar_file')));
}

function link(url, label) {
  const href = url && safeUrl(new URL(url, location.href).href);
  return href && h('a', { class: 'secondary', href, target: '_blank', rel: 'noopener' }, label);
}
