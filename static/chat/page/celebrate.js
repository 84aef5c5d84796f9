// Something was booked: the check of the newest card draws itself, and the device says so where it can. Not for those who want things
// to be still.

const CELEBRATES = 2_000; // ms
const VIBRATES = 30; // ms

export function celebrate(root) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  root.classList.add('booked');
  setTimeout(() => root.classList.remove('booked'), CELEBRATES);
  navigator.vibrate?.(VIBRATES);
}
