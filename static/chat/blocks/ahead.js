// Which appointments are still to come.

export const LIVE = ['confirmed', 'rescheduled', 'pending_approval', 'displaced'];

// now: milliseconds by the server's clock.
export const isAhead = ({ type, status, end }, now) => type === 'booking_card' && LIVE.includes(status) && Date.parse(end) > now;
