// What only a conversation shows: the sheet, the summary and the booking card. Fetched with its first message.
import { bookingCard } from '../blocks/booking_card.js';
import { form } from '../blocks/form.js';
import { summary } from '../blocks/summary.js';

export const cards = { form, summary, booking_card: bookingCard };
