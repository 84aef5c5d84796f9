// Contact details and questions. Errors stand by their fields; what was typed is never lost.
import { h } from '../page/elements.js';
import { card, isOpen } from './card.js';

export function form(block, { words, actions, old }) {
  const typed = valuesOf(old);
  const fields = block.fields.map((field) => fieldOf(block, field, words, typed[field.name] ?? field.value ?? ''));
  const trouble = h('p', { class: 'error', role: 'alert' });
  const submit = h('button', { class: 'primary', disabled: !isOpen(block) }, block.submit_label);
  const send = async (event) => {
    event.preventDefault();
    trouble.textContent = '';
    if (showErrors(fields, fields.flatMap((field) => field.check()))) return;
    submit.disabled = true;
    try {
      await actions.submit(block, Object.fromEntries(fields.map(({ name, value }) => [name, value()])));
    } catch (problem) {
      submit.disabled = false;
      const named = showErrors(fields, problem.errors ?? []);
      if (!named) trouble.textContent = problem.detail ?? words.t('failed');
    }
  };
  return card(block, '', block.title, h('form', { class: 'fields', novalidate: true, onsubmit: send }, fields.map(({ node }) => node), trouble, submit));
}

function fieldOf(block, { name, type, label, required, autocomplete, choices, hint }, words, value) {
  const id = `${block.id}-${name}`;
  const shared = { id, name, autocomplete, required, disabled: !isOpen(block), 'aria-describedby': `${id}-help` };
  const input = control(type, shared, choices, words, value);
  const help = h('p', { class: 'soft help', id: `${id}-help`, dir: 'auto' }, hint ?? '');
  const title = [label, !required && h('span', { class: 'soft' }, ` (${words.t('optional')})`)];
  const node = type === 'yes_no'
    ? h('fieldset', {}, h('legend', { dir: 'auto' }, title), input, help)
    : h('div', {}, h('label', { for: id, dir: 'auto' }, title), input, help);
  const first = input.matches('.answers') ? input.querySelector('input') : input;
  const read = () => (type === 'yes_no' ? input.querySelector(':checked')?.value ?? '' : input.value.trim());
  const tell = (message) => {
    help.textContent = message ?? hint ?? '';
    help.classList.toggle('error', Boolean(message));
    first.setAttribute('aria-invalid', String(Boolean(message)));
  };
  const check = () => {
    const missing = required && !read();
    tell();
    if (missing || !first.validity.valid) return [{ field: name, message: words.t(missing ? 'missing' : 'bad_value') }];
    return [];
  };
  return { name, node, tell, check, value: read, focus: () => first.focus() };
}

function control(type, shared, choices, words, value) {
  if (type === 'textarea') return h('textarea', { ...shared, rows: '2', dir: 'auto' }, value);
  if (type === 'choice') {
    const options = (choices ?? []).map(optionOf).map(({ value: own, label }) => h('option', { value: own, selected: own === value }, label));
    return h('select', shared, h('option', { value: '' }, words.t('choose')), options);
  }
  if (type === 'yes_no') return yesNo(shared, words, value);
  return h('input', { ...shared, type, value, dir: type === 'text' ? 'auto' : 'ltr', inputmode: type === 'text' ? undefined : type });
}

const optionOf = (option) => (typeof option === 'string' ? { value: option, label: option } : option);

function yesNo({ id, name, disabled, required, 'aria-describedby': help }, words, value) {
  return h('div', { class: 'answers' }, ['yes', 'no'].map((answer) => h('label', {}, h('input', {
    type: 'radio', id: `${id}-${answer}`, name: id, value: answer, disabled, required, checked: value === answer, 'aria-describedby': help, 'data-field': name,
  }), words.t(answer))));
}

// True when at least one error belongs to a field; the first of them is given the focus.
function showErrors(fields, errors) {
  const wrong = fields.filter(({ name, tell }) => {
    const error = errors.find(({ field }) => field === name || field?.endsWith(`.${name}`));
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
