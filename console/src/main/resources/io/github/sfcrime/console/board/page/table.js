// The types of one window as rows. Whatever comes from records is put in as text, never as markup.

import {amount} from './format.js';

export const FIRST = 20;

export function show(body, types, all) {
  const most = types[0]?.calls ?? 1;
  const visible = all ? types : types.slice(0, FIRST);
  body.replaceChildren(...visible.map(type => row(type, most)));
}

function row(type, most) {
  const element = document.createElement('tr');
  const name = cell('th', 'type', type.name);
  name.scope = 'row';
  element.setAttribute('role', 'row');
  element.append(name, cell('td', 'number', amount(type.calls)), share(type.calls / most), dispositions(type.dispositions));
  return element;
}

function cell(tag, kind, text) {
  const element = document.createElement(tag);
  element.className = kind;
  // On narrow screens rows are laid out anew, which costs table elements their roles.
  element.setAttribute('role', tag === 'th' ? 'rowheader' : 'cell');
  element.textContent = text;
  return element;
}

function share(part) {
  const element = cell('td', 'share', '');
  const bar = document.createElement('span');
  bar.className = 'bar';
  bar.style.width = `${100 * part}%`;
  element.append(bar);
  return element;
}

function dispositions(list) {
  const element = cell('td', 'dispositions', '');
  const items = document.createElement('ul');
  for (const disposition of list) {
    const item = document.createElement('li');
    item.className = disposition.described ? '' : 'undescribed';
    item.textContent = disposition.name;
    if (!disposition.described) {
      item.title = 'Not among the radio codes';
    }
    const calls = document.createElement('b');
    calls.textContent = amount(disposition.calls);
    item.append(' ', calls);
    items.append(item);
  }
  element.append(items);
  return element;
}
