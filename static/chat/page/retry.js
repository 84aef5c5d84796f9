// What stands where something could not be fetched: that it failed, or that there is no connection, and a way to try again.
import { h } from './elements.js';

const WAITS = 8_000; // between two looks of its own, while there is no connection

// problem: of the server, or without status where the network failed: then it tries again by itself, for as long as it is shown.
export function retryNote(problem, words, again) {
  const lost = !problem?.status;
  const said = !lost && problem.detail && words.locale.startsWith('en') ? problem.detail : words.t(lost ? 'no_connection' : 'failed');
  let done = false;
  const act = () => {
    if (done) return;
    done = true;
    window.removeEventListener('online', act);
    again();
  };
  const note = h('p', { class: 'soft retry', role: 'alert' }, said, ' ', h('button', { type: 'button', class: 'link', onclick: act }, words.t('retry')));
  if (lost) {
    window.addEventListener('online', act);
    setTimeout(() => note.isConnected && act(), WAITS);
  }
  return note;
}
