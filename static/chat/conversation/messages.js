// The messages of a conversation and their blocks, as a new state each time: found, put in, marked.

export const slowNote = { id: 'slow', role: 'note', kind: 'slow', text: '', blocks: [], done: true };
export const find = (state, id) => state.messages.find((message) => message.id === id);
export const own = (state, { client_msg_id: id }) => id && state.messages.find((message) => message.client_msg_id === id);
// The server's own copy of the greeting this page showed at once.
export const sameGreeting = (state, { role, text }) => role === 'assistant'
  && state.messages.find((message) => message.id === 'greeting' && message.text === text);

export const streaming = (id, epoch) => ({ id, role: 'assistant', text: '', blocks: [], epoch, seq: 0, done: false });
export const rolledBack = (state, id, epoch, text, seq) => ({
  ...streaming(id, epoch), ...find(state, id), epoch, text, seq, done: false,
});
export const completed = (message, known) => ({
  ...message, blocks: (message.blocks ?? []).map((block) => keptPress(block, known)), done: true,
});

export function upsert(state, message, id = message.id) {
  const at = state.messages.findIndex((other) => other.id === id);
  const messages = at < 0 ? [...state.messages, message] : state.messages.with(at, message);
  return { ...state, messages };
}

export const note = (state, id, kind, text = '') => upsert(state, { id, role: 'note', kind, text, blocks: [], done: true });

export function withBlock(state, { message_id, block }) {
  const message = find(state, message_id) ?? streaming(message_id, state.run?.epoch ?? 0);
  const at = message.blocks.findIndex(({ id }) => id === block.id);
  const blocks = at < 0 ? [...message.blocks, block] : message.blocks.with(at, keptPress(block, message));
  return upsert(state, { ...message, blocks });
}

// Which button was pressed is known here only; the server's newer copy of the block does not tell.
function keptPress(block, message) {
  const pressed = message?.blocks.find(({ id }) => id === block.id)?.pressed;
  return pressed ? { ...block, pressed } : block;
}

export function mapBlock(state, blockId, change) {
  const messages = state.messages.map((message) => (message.blocks.some(({ id }) => id === blockId)
    ? { ...message, blocks: message.blocks.map((block) => (block.id === blockId ? change(block) : block)) }
    : message));
  return { ...state, messages };
}
