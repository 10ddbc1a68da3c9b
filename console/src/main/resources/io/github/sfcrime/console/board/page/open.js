// The calls that are open now, per priority and district, and how long the oldest of them have been.

import {$, cell, element, row, setText} from './dom.js';
import {amount, cityTime, count, DAY, millis, moment, span} from './format.js';

// No source tells of calls that have been open for so long: such calls are replayed.
const REPLAYED = 7 * DAY;

export function showOpen(open) {
  $('open-now').hidden = open === null;
  if (open === null) {
    return;
  }
  const {all, latestCall} = open;
  const clock = cityTime(Date.now());
  const replayed = latestCall !== null && clock - millis(latestCall) > REPLAYED;
  const now = replayed ? millis(latestCall) : clock;
  const age = oldest => span(Math.max(0, now - millis(oldest)) / 1000);
  if ($('open-readout').children.length === 0) {
    $('open-readout').append(element('strong', ''), element('span', ''));
  }
  const [calls, rest] = $('open-readout').children;
  setText(calls, `${count(all.count, 'call', 'calls')} open`);
  setText(rest, `${all.oldest === null ? '' : `, the oldest for ${age(all.oldest)}`}; last change ${span(Math.max(0, Date.now() - open.latestRow) / 1000)} ago`);
  showParts($('open-priorities'), $('open-priority-rows'), open.priorities, age);
  showParts($('open-districts'), $('open-district-rows'), open.districts, age);
  $('open-as-of').hidden = !replayed;
  setText($('open-as-of'), replayed ? `Ages are as of ${moment(latestCall)}, the latest time that a row names: that is more than a week ago.` : '');
}

// Rows stay as they are while they say the same: a screen reader may be among them.
function showParts(table, body, parts, age) {
  table.hidden = parts.length === 0;
  const lines = parts.map(part => [part.name ?? 'none', amount(part.count), age(part.oldest), moment(part.oldest)]);
  const now = JSON.stringify(lines);
  if (body.dataset.lines !== now) {
    body.dataset.lines = now;
    body.replaceChildren(...lines.map(([name, calls, since, at]) => row(
      cell('th', '', name),
      cell('td', 'number', calls),
      cell('td', 'oldest', since, element('span', '', `, since ${at}`)))));
  }
}
