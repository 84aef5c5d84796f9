// The state after a snapshot: the server's view of the conversation, and what only this page knows of it.
import { completed, find, rolledBack, upsert } from './messages.js';

export function fromView(state, view) {
  const arrived = view.messages.map((message) => completed(message, find(state, message.id)));
  const known = new Set(arrived.flatMap((message) => [message.id, message.client_msg_id]));
  const greeting = state.messages.filter(({ id }) => id === 'greeting' && arrived[0]?.role !== 'assistant')
    .map((message) => ({ ...message, blocks: arrived.length ? [] : message.blocks }));
  const waiting = state.messages.filter((message) => message.delivery && !known.has(message.id) && !known.has(message.client_msg_id));
  const { run } = view;
  const next = {
    ...state,
    status: view.status === 'closed' ? 'closed' : 'open',
    messages: [...greeting, ...arrived, ...waiting],
    run: run && { run_id: run.run_id, epoch: run.epoch, message_id: run.message_id, label: null },
    epochs: run ? { ...state.epochs, [run.run_id]: run.epoch } : state.epochs,
    hold: view.hold ?? null,
    operator: view.status === 'person' ? arrived.findLast(({ role }) => role === 'operator')?.author ?? state.operator : null,
    asked: view.status === 'waiting',
    typing: null,
  };
  if (!run || (!run.text && !find(next, run.message_id))) return next;
  return upsert(next, rolledBack(next, run.message_id, run.epoch, run.text, run.seq));
}
