// Every free time of a day, folded into morning, afternoon and evening; where there is none, why.

const PARTS = [['morning', 12], ['afternoon', 17], ['evening', 48]]; // until which hour of the clock of the place

export function dayTimes({ h, icon, slotButton, zoneNote }, block, context, { date, times, time_zone: zone }, { party, days }) {
  const { words } = context;
  const title = h('h3', {}, words.day(date));
  if (!times.length) {
    const open = days?.find((day) => day.date === date)?.open;
    return [title, h('p', { class: 'soft' }, words.t(open === false ? 'shut' : 'full'))];
  }
  const elsewhere = times.some(({ start }) => words.elsewhere(start, zone));
  const zoned = elsewhere && zoneNote(words, zone);
  let from = 0;
  const parts = PARTS.map(([part, until]) => {
    const first = from;
    from = until;
    const own = times.filter(({ start }) => hourOf(start) >= first && hourOf(start) < until);
    return own.length > 0 && h('details', { open: true }, h('summary', {}, h('h4', {}, words.t(part), h('span', { class: 'soft' }, ` · ${words.number(own.length)}`)), icon('chevron')),
      h('div', { class: 'grid' }, own.map((time) => slotButton(block, context, time, { zone, party }))));
  });
  return [title, zoned, ...parts].filter(Boolean);
}

const hourOf = (start) => Number(start.slice(11, 13));
