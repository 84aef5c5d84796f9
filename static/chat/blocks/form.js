// Contact details and questions. Errors stand by their fields; what was typed is never lost. With a `checkout` it is the sheet that
// books: what is held stands above the fields, and its button is the yes to all of it.
import { h, icon } from '../page/elements.js';
import { pageLinks } from '../page/heading.js';
import { card, isOpen } from './card.js';
import { countdown, factsOf } from './held_facts.js';
import { mailHint } from './mail_hint.js';

export function form(block, context) {
  const { words, actions, old } = context;
  const { checkout } = block;
  const kept = actions.draft(`form:${block.id}`);
  const typed = { ...JSON.parse(kept.read() || '{}'), ...valuesOf(old) };
  const fields = (checkout ? oneWay(block.fields, words) : block.fields).map((field) => fieldOf(block, field, context, typed[field.name] ?? field.value ?? ''));
  const trouble = h('p', { class: 'error', role: 'alert' });
  const label = checkout ? [checkout.submit_label, checkout.price && words.total(checkout.price)].filter(Boolean).join(' · ') : block.submit_label;
  const submit = h('button', { class: 'primary', disabled: !isOpen(block) }, label);
  const send = async (event) => {
    event.preventDefault();
    trouble.textContent = '';
    if (showErrors(fields, fields.flatMap((field) => field.check()))) return;
    submit.disabled = true;
    try {
      await actions.submit(block, payloadOf(fields, checkout));
      kept.write('');
    } catch (problem) {
      submit.disabled = false;
      const named = showErrors(fields, problem.errors ?? []);
      if (!named) trouble.textContent = problem.detail ?? words.t('failed');
    }
  };
  // Enter in a field is no consent yet: it leads to the button that says what it does.
  const key = (event) => {
    if (!checkout || event.key !== 'Enter' || !event.target.matches('input') || event.isComposing) return;
    event.preventDefault();
    submit.focus();
  };
  const keep = ({ currentTarget }) => kept.write(JSON.stringify(valuesOf(currentTarget.parentElement)));
  const body = h('form', { class: 'fields', novalidate: true, onsubmit: send, oninput: keep, onkeydown: key }, fields.map(({ node }) => node),
    isOpen(block) && checkout && countdown(checkout.expires_at, context), isOpen(block) && block.fields.some(({ name }) => name === 'name') && h('p', { class: 'soft' }, pageLinks(words, actions.pages, ['privacy'])), trouble, !block.outcome && submit);
  if (!checkout) return card(block, '', block.title, body);
  return card(block, `summary sheet ${block.outcome ?? ''}`, checkout.title, factsOf(checkout, words),
    checkout.policy && h('p', { class: 'soft', dir: 'auto' }, checkout.policy),
    block.outcome ? h('p', { class: 'outcome' }, block.outcome === 'agreed' && icon('check'), words.t(block.outcome)) : body);
}

// One field for either way to be reached.
function oneWay(fields, words) {
  const [email, phone] = ['email', 'phone'].map((name) => fields.find((field) => field.name === name));
  if (!email || !phone) return fields;
  const either = { name: 'contact', also: ['email', 'phone'], type: 'text', inputmode: 'email', label: words.t('email_or_phone'), autocomplete: 'email', required: true, value: email.value || phone.value };
  return fields.flatMap((field) => (field === email ? [either] : field === phone ? [] : [field]));
}

function payloadOf(fields, checkout) {
  const { contact, ...payload } = Object.fromEntries(fields.map(({ name, value }) => [name, value()]));
  if (contact !== undefined) payload[contact.includes('@') ? 'email' : 'phone'] = contact;
  return checkout ? { ...payload, agreed: true } : payload;
}

function fieldOf(block, { name, also = [], type, label, required, autocomplete, inputmode, choices, hint, note }, context, value) {
  const { words } = context;
  const id = `${block.id}-${name}`;
  const shared = { id, name, autocomplete, inputmode, required, disabled: !isOpen(block), 'aria-describedby': `${id}-help` };
  const input = control(type, shared, choices, words, value);
  const help = h('p', { class: 'soft help', id: `${id}-help`, dir: 'auto' }, hint ?? '');
  const title = [label, !required && h('span', { class: 'soft' }, ` (${note ?? words.t('optional')})`)];
  const node = type === 'yes_no'
    ? h('fieldset', {}, h('legend', { dir: 'auto' }, title), input, help)
    : h('div', {}, h('label', { for: id, dir: 'auto' }, title), input, autocomplete === 'email' && isOpen(block) && mailHint(input, context), help);
  const first = input.matches('.answers') ? input.querySelector('input') : input;
  const read = () => (type === 'yes_no' ? input.querySelector(':checked')?.value ?? '' : input.value.trim());
  const tell = (message) => {
    help.textContent = message ?? hint ?? '';
    help.classList.toggle('error', Boolean(message));
    first.setAttribute('aria-invalid', String(Boolean(message)));
  };
  input.addEventListener('input', () => tell());
  const check = () => {
    const missing = required && !read();
    tell();
    if (missing || !first.validity.valid) return [{ field: name, message: words.t(missing ? 'missing' : 'bad_value') }];
    return [];
  };
  return { name, also, node, tell, check, value: read, focus: () => first.focus() };
}

function control(type, shared, choices, words, value) {
  if (type === 'textarea') return h('textarea', { ...shared, rows: '2', dir: 'auto' }, value);
  if (type === 'choice') {
    const options = (choices ?? []).map(optionOf).map(({ value: own, label }) => h('option', { value: own, selected: own === value }, label));
    return h('select', shared, h('option', { value: '' }, words.t('choose')), options);
  }
  if (type === 'yes_no') return yesNo(shared, words, value);
  return h('input', { ...shared, type, value, dir: type === 'text' ? 'auto' : 'ltr', inputmode: type === 'text' ? shared.inputmode : type });
}

const optionOf = (option) => (typeof option === 'string' ? { value: option, label: option } : option);

function yesNo({ id, name, disabled, required, 'aria-describedby': help }, words, value) {
  return h('div', { class: 'answers' }, ['yes', 'no'].map((answer) => h('label', {}, h('input', {
    type: 'radio', id: `${id}-${answer}`, name: id, value: answer, disabled, required, checked: value === answer, 'aria-describedby': help, 'data-field': name,
  }), words.t(answer))));
}

// True when at least one error belongs to a field; the first of them is given the focus.
function showErrors(fields, errors) {
  const wrong = fields.filter(({ name, also, tell }) => {
    const error = errors.find(({ field }) => [name, ...also].some((own) => field === own || field?.endsWith(`.${own}`)));
    if (error) tell(error.message);
    return error;
  });
  wrong[0]?.focus();
  return wrong.length > 0;
}

function valuesOf(old) {
  const values = {};
  for (const { name, value, type, checked, dataset } of old?.querySelector('form')?.elements ?? []) {
    if (type !== 'radio') values[name] = value;
    else if (checked) values[dataset.field] = value;
  }
  return values;
}
