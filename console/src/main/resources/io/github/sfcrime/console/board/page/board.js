// Wires the page together: the server's events go into the store, and the view that is selected shows it.

import {$} from './dom.js';
import {count} from './format.js';
import {showJob} from './job.js';
import {CallMap} from './map.js';
import {Now} from './now.js';
import {showOpen} from './open.js';
import {Selection} from './selection.js';
import {showAge, showStatus} from './status.js';
import {Store} from './store.js';
import {Times} from './times.js';
import {OneType} from './type.js';
import {Unusual} from './unusual.js';
import {Week} from './week.js';

const store = new Store();
const selection = new Selection(() => render());
const views = {
  now: new Now(selection, () => render()),
  type: new OneType(selection, () => render()),
  week: new Week(selection, () => render()),
  map: new CallMap(selection, () => render()),
  times: new Times(selection, () => render()),
  unusual: new Unusual(selection, () => render())
};
const titles = {now: 'Now', type: 'One type', week: 'Week', map: 'Map', times: 'Response times', unusual: 'Unusual'};
const NOTHING = {phase: 'reading', version: 0, topic: ''};

let state = 'connecting';
let source = {topic: '', brokers: '', skipped: 0, latestRow: null};
let job = null;
let dashboard = null;
let open = null;
let results = {'alerts': NOTHING, 'response-times': NOTHING, 'districts': NOTHING, 'places': NOTHING};
let versions = {counts: 0};
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
  ({source, job, dashboard, results, open} = message);
  state = source.phase;
  if (message.windows.length > 0) {
    versions = {counts: versions.counts + 1};
  }
  showJob($('job'), $('figures'), $('dashboard'), message);
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
  const view = selection.get('view') in views ? selection.get('view') : 'now';
  showStatus(state, source, job, dashboard);
  showAge(state, source);
  showOpen(open);
  $('source').textContent = source.topic === '' ? '' : `Counts from topic ${source.topic} at ${source.brokers}.`
    + (source.skipped > 0 ? ` ${count(source.skipped, 'record is not a result row and was', 'records are not result rows and were')} left out.` : '');
  for (const name of Object.keys(views)) {
    const link = $(`to-${name}`);
    link.href = selection.link({view: name});
    link.setAttribute('aria-current', name === view ? 'page' : 'false');
    $(`view-${name}`).hidden = name !== view;
  }
  document.title = view === 'now' ? 'Police calls, counted' : `${titles[view]} · Police calls, counted`;
  views[view].render({store, state, results, versions});
}

for (const form of document.forms) {
  form.addEventListener('submit', event => event.preventDefault());
}
// The address keeps the selection, so that this link moves the focus only.
$('skip').addEventListener('click', event => {
  event.preventDefault();
  document.querySelector('.view:not([hidden]) section:not([hidden]) table:not([hidden]), .view:not([hidden])').focus();
});
document.addEventListener('visibilitychange', connect);
setInterval(() => {
  showAge(state, source);
  showOpen(open);
}, 1000);
connect();
