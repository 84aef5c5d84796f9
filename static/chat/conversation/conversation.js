// What is known of the conversation, and how each event changes it. Pure: states are never altered, so
// the view can tell by identity what is new. GAP says: something was missed, fetch the conversation.
import { completed, find, mapBlock, note, own, rolledBack, sameGreeting, slowNote, streaming, upsert, withBlock } from './messages.js';
import { fromView } from './snapshot.js';

export const GAP = Symbol('gap');

export const emptyConversation = (greeting) => ({
  status: 'new', // new, open, closed
  messages: greeting ? [greeting] : [],
  run: null, // {run_id, epoch, message_id, label}
  epochs: {}, // the newest attempt seen of each run
  hold: null, // {expires_at}
  operator: null, // the name of the person who joined
  asked: false, // whether a person was asked for
  typing: null,
});

export function greetingOf({ greeting, starters = [], opening }) {
  const options = starters.map(({ label }, starter) => ({ label, starter }));
  const blocks = options.length ? [{ type: 'quick_replies', id: 'starters', state: 'open', fallback_text: '', options }] : [];
  if (opening) blocks.unshift({ ...opening, type: 'opening', id: 'opening', state: 'open', fallback_text: '' });
  return { id: 'greeting', role: 'assistant', text: greeting ?? '', blocks, done: true };
}

export function reduce(state, event, data) {
  const change = CHANGES[event];
  if (!change || isOld(state, data)) return state;
  return change(state, data);
}

const isOld = (state, { run_id: run, epoch }) => run !== undefined && epoch < (state.epochs[run] ?? 0);

const CHANGES = {
  snapshot: (state, { conversation }) => fromView(state, conversation),

  'run.started': (state, { run_id, epoch, message_id, text, seq }) => {
    // The rows had its end already; what led there is told again because the cursor is older than they are.
    if (find(state, message_id)?.done) return state;
    const run = { run_id, epoch, message_id, label: null };
    const next = { ...state, status: 'open', run, epochs: { ...state.epochs, [run_id]: epoch } };
    return text || find(state, message_id) ? upsert(next, rolledBack(state, message_id, epoch, text ?? '', seq ?? 0)) : next;
  },
  // Of this page: an answer has not come for so long that whoever waits is told so, and whom else they may ask.
  slow: (state, { phone, email }) => (state.messages.at(-1)?.delivery === 'sent' && state.status === 'open' && !state.operator
    ? upsert(state, { ...slowNote, phone, email }) : state),
  'run.status': (state, { run_id, label }) => withRun(state, run_id, (run) => ({ ...run, label })),
  'run.completed': stopped,
  'run.cancelled': (state, data) => stopped(withoutDraft(state, data), data),
  // The apology may have come as a message already.
  'run.failed': (state, data) => (data.message && state.messages.at(-1)?.text === data.message ? stopped(state, data)
    : note(stopped(state, data), `failed:${data.run_id}`, 'failed', data.message)),
  'tool.started': (state, { run_id, label }) => withRun(state, run_id, (run) => ({ ...run, label })),

  'message.started': (state, { message_id, epoch, role }) => {
    const known = find(state, message_id);
    if (known?.done || known?.epoch >= epoch) return state;
    return upsert(state, { ...streaming(message_id, epoch), role: role ?? 'assistant', blocks: known?.blocks ?? [] });
  },
  'message.delta': (state, { message_id, epoch, seq, text }) => {
    const message = find(state, message_id) ?? streaming(message_id, epoch);
    if (message.done || epoch < message.epoch) return state;
    if (message.seq !== null && epoch === message.epoch && seq <= message.seq) return state;
    if (epoch > message.epoch || (message.seq !== null && seq !== message.seq + 1)) return GAP;
    return upsert(state, { ...message, text: message.text + text, seq });
  },
  'message.reset': (state, { message_id, epoch, text }) => {
    const message = find(state, message_id) ?? streaming(message_id, epoch);
    if (message.done || epoch < message.epoch) return state;
    // What follows may count on or count anew: either is taken.
    return upsert(state, { ...message, epoch, text: text ?? '', seq: null });
  },
  'message.completed': (state, { message, epoch }) => {
    const known = own(state, message) ?? find(state, message.id) ?? sameGreeting(state, message);
    if (known && epoch < known.epoch) return state;
    const typing = message.role === 'operator' ? null : state.typing;
    const messages = message.role === 'customer' ? state.messages : state.messages.filter(({ id }) => id !== slowNote.id);
    return upsert({ ...state, messages, status: statusOnceOpen(state), typing }, completed(message, known), known?.id);
  },
  'message.block': withBlock,
  // The server's copy of the greeting is never shown here, and its buttons are closed as well.
  'message.block.updated': (state, data) => (find(state, data.message_id) ? withBlock(state, data) : state),

  'hold.created': (state, { expires_at }) => ({ ...state, hold: { expires_at } }),
  'hold.extended': (state, { expires_at }) => ({ ...state, hold: { expires_at } }),
  'hold.expired': (state) => ({ ...state, hold: null }),
  'hold.released': (state) => ({ ...state, hold: null }),

  typing: (state, { who }) => ({ ...state, typing: who || true }),
  'typing.stopped': (state) => ({ ...state, typing: null }),
  'participant.joined': (state, { name }) => note({ ...state, operator: name }, `joined:${name}:${state.messages.length}`, 'joined', name),
  'participant.left': (state, { name }) => note({ ...state, operator: null }, `left:${name}:${state.messages.length}`, 'left', name),
  'handoff.requested': (state) => note({ ...state, asked: true }, 'handoff', 'handoff'),
  'feedback.recorded': (state, { message_id: id, rating }) => (find(state, id) ? upsert(state, { ...find(state, id), feedback: rating }) : state),
  'conversation.closed': (state) => ({ ...state, status: 'closed', run: null, typing: null }),

  // Of this page, not of the server. What came while nobody looked begins behind the last message they saw.
  unread: (state, { after }) => {
    const read = CHANGES.read(state);
    const at = read.messages.findIndex(({ id }) => id === after) + 1;
    const mark = { id: 'unread', role: 'note', kind: 'unread', text: '', blocks: [], done: true };
    return { ...read, messages: read.messages.toSpliced(at, 0, mark) };
  },
  read: (state) => ({ ...state, messages: state.messages.filter(({ id }) => id !== 'unread') }),
  'own.sending': (state, { client_msg_id, text, silent, created_at }) => {
    if (silent) return state;
    const known = own(state, { client_msg_id });
    const message = known ?? { id: client_msg_id, client_msg_id, role: 'customer', text, blocks: [], created_at };
    const answered = ['starters', 'opening'].reduce((before, block_id) => CHANGES['block.closed'](before, { block_id }), CHANGES.read(state));
    return upsert({ ...answered, status: statusOnceOpen(state) }, { ...message, delivery: 'sending' });
  },
  'own.delivered': (state, { client_msg_id, message_id }) => {
    const known = own(state, { client_msg_id });
    if (!known?.delivery) return state;
    if (find(state, message_id)) return CHANGES['own.withdrawn'](state, { client_msg_id });
    return upsert(state, { ...known, id: message_id, delivery: 'sent' }, known.id);
  },
  'own.failed': (state, { client_msg_id, reason }) => {
    const known = own(state, { client_msg_id });
    return known ? upsert(state, { ...known, delivery: 'failed', reason }) : state;
  },
  'own.withdrawn': (state, { client_msg_id }) => ({
    ...state, messages: state.messages.filter((message) => message.client_msg_id !== client_msg_id),
  }),
  'block.pressed': (state, { block_id, input_id }) => mapBlock(state, block_id, (block) => ({ ...block, pressed: input_id })),
  'block.closed': (state, { block_id }) => mapBlock(state, block_id, (block) => ({ ...block, state: 'closed' })),
  greeting: (state, { message }) => upsert(state, message),
};

const statusOnceOpen = (state) => (state.status === 'new' ? 'open' : state.status);

function withRun(state, runId, change) {
  return state.run?.run_id === runId ? { ...state, run: change(state.run) } : state;
}

function stopped(state, { run_id: run }) {
  return !state.run || state.run.run_id === run ? { ...state, run: null } : state;
}

// Nothing of a stopped answer is kept: what it had shown, and its buttons, are of no use any more.
function withoutDraft(state, { run_id: run }) {
  const draft = state.run?.run_id === run ? state.run.message_id : null;
  return { ...state, messages: state.messages.filter(({ id, done }) => id !== draft || done) };
}
