// Wires the page together: the server's events go into the store, and the page shows the store.

import {Chart} from './chart.js';
import {amount, count, millis, range} from './format.js';
import {showJob} from './job.js';
import {emptyText, showStatus} from './status.js';
import {Store, types} from './store.js';
import {FIRST, show} from './table.js';

const $ = id => document.getElementById(id);
const store = new Store();
const chart = new Chart($('chart'), {choose: start => choose(start), point: window => readOut(window)});

let state = 'connecting';
let source = {topic: '', brokers: '', skipped: 0};
let chosenStart = '';
let filter = '';
let all = false;
let chosen = null;
let pending = false;

// A browser opens at most six connections to a server: a hidden tab closes its own.
let changes = null;
function connect() {
  changes?.close();
  changes = null;
  if (document.hidden) {
    return;
  }
  changes = new EventSource('/changes');
  changes.addEventListener('open', () => store.reconnected());
  changes.addEventListener('error', () => {
    state = 'lost';
    render();
    if (changes?.readyState === EventSource.CLOSED) {
      setTimeout(connect, 2000);
    }
  });
  changes.addEventListener('board', event => take(JSON.parse(event.data)));
}

function take(message) {
  store.apply(message);
  source = message.source;
  state = source.phase;
  showJob($('job'), $('figures'), $('dashboard'), message);
  render();
}

function choose(start) {
  chosenStart = start;
  render();
}

function render() {
  if (!pending) {
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      renderNow();
    });
  }
}

function renderNow() {
  const windows = store.windows(filter);
  chosen = windows.find(window => window.start === chosenStart) ?? windows.at(-1) ?? null;
  showStatus($('status'), $('notice'), state, source);
  $('source').textContent = source.topic === '' ? '' : `From topic ${source.topic} at ${source.brokers}.`
    + (source.skipped > 0 ? ` ${count(source.skipped, 'record is not a result row and was', 'records are not result rows and were')} left out.` : '');
  $('key-filter').hidden = filter === '';
  $('chart').dataset.windows = windows.length;
  $('axis').hidden = windows.length === 0;
  $('controls').hidden = windows.length === 0;
  chart.draw(windows, chosen);
  showWindows(windows);
  readOut(null);
  showTable(windows);
}

function showTable(windows) {
  const list = chosen === null ? [] : types(chosen, filter);
  show($('rows'), list, all);
  $('calls').hidden = list.length === 0;
  $('empty').hidden = list.length > 0;
  $('empty').textContent = chosen === null ? emptyText(state) : `No type of call in this window contains “${filter}”.`;
  $('all').hidden = all || list.length <= FIRST;
  $('all').textContent = `Show all ${amount(list.length)} types`;
  $('total').textContent = chosen === null ? '' : `${count(chosen.matching, 'call', 'calls')} of ${count(list.length, 'type', 'types')}`;
  // Results of one's own choice are worth saying aloud, windows that come by themselves would drown everything else.
  $('total').ariaLive = filter === '' && chosenStart === '' ? 'off' : 'polite';
  $('caption').textContent = chosen === null ? '' : caption(windows, list.length);
  $('csv').hidden = list.length === 0;
  if (chosen !== null) {
    $('csv').href = `/counts.csv?${new URLSearchParams({window: chosen.start, type: filter})}`;
  }
}

function caption(windows, number) {
  const shown = all || number <= FIRST ? 'The most frequent first' : `The ${FIRST} most frequent of ${amount(number)}`;
  return `${range(chosen)}${soFar(windows)}. ${shown}; what is in italics is not among the radio codes.`;
}

// A cumulating window is shorter than the others until its last step.
function soFar(windows) {
  const length = window => millis(window.end) - millis(window.start);
  return windows.some(window => length(window) > length(chosen)) ? ', so far' : '';
}

function showWindows(windows) {
  const select = $('window');
  const options = [...windows].reverse().map(window => option(window.start, `${range(window)}: ${count(window.matching, 'call', 'calls')}`));
  if (document.activeElement !== select) {
    select.replaceChildren(option('', 'Latest, updated live'), ...options);
  }
  select.value = windows.some(window => window.start === chosenStart) ? chosenStart : '';
  const index = windows.indexOf(chosen);
  $('earlier').disabled = index <= 0;
  $('later').disabled = index < 0 || index === windows.length - 1;
  $('earlier').onclick = () => choose(windows[index - 1].start);
  $('later').onclick = () => choose(windows[index + 1].start);
}

function option(value, text) {
  const element = document.createElement('option');
  element.value = value;
  element.textContent = text;
  return element;
}

function readOut(pointed) {
  const window = pointed ?? chosen;
  $('readout').replaceChildren();
  if (window !== null) {
    const calls = document.createElement('strong');
    calls.textContent = filter === ''
      ? count(window.calls, 'call', 'calls')
      : `${amount(window.matching)} of ${count(window.calls, 'call', 'calls')}`;
    $('readout').append(calls, ` ${range(window)}`);
  }
}

$('window').addEventListener('change', event => choose(event.target.value));
$('filter').addEventListener('input', event => {
  filter = event.target.value.trim();
  render();
});
$('all').addEventListener('click', () => {
  all = true;
  render();
});
$('controls').addEventListener('submit', event => event.preventDefault());
document.addEventListener('visibilitychange', connect);
connect();
