// What only a conversation shows: services and times to choose, the sheet, the summary and the booking card. Fetched
// with its first message.
import { bookingCard } from '../blocks/booking_card.js';
import { datePicker, serviceList } from '../blocks/choices.js';
import { form } from '../blocks/form.js';
import { slotPicker } from '../blocks/times.js';
import { summary } from '../blocks/summary.js';
import { celebrate } from '../page/celebrate.js';

export const cards = {
  service_list: serviceList,
  date_picker: datePicker,
  slot_picker: slotPicker,
  form,
  summary,
  booking_card: bookingCard,
};

export { celebrate };
