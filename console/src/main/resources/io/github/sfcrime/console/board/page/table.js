// The types of one window as rows.

import {amount} from './format.js';
import {cell, element, row} from './dom.js';

export const FIRST = 20;

// The name of a type leads to its own view.
export function show(body, types, all, link) {
  const most = types[0]?.calls ?? 1;
  const visible = all ? types : types.slice(0, FIRST);
  body.replaceChildren(...visible.map(type => typeRow(type, most, link)));
}

function typeRow(type, most, link) {
  const name = element('a', '', type.name);
  name.href = link(type.name);
  return row(cell('th', 'type', name), cell('td', 'number', amount(type.calls)), share(type.calls / most), dispositions(type.dispositions));
}

function share(part) {
  const bar = element('span', 'bar');
  bar.style.width = `${100 * part}%`;
  return cell('td', 'share', bar);
}

function dispositions(list) {
  return cell('td', 'dispositions', element('ul', '', ...list.map(disposition)));
}

function disposition(each) {
  const item = element('li', each.described ? '' : 'undescribed', each.name, ' ', element('b', '', amount(each.calls)));
  if (!each.described) {
    item.title = 'Not among the radio codes';
  }
  return item;
}
