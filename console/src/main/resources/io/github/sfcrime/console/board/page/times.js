// The view "response times": how long calls of a priority and district took, window by window and district by district.

import {$, cell, element, option, row, setOptions} from './dom.js';
import {amount, count, millis, percent, range, span} from './format.js';
import {Rows} from './rows.js';
import {spark} from './spark.js';
import {TimesChart} from './timeschart.js';

const LEGS = [
  ['onscene', 'First unit there (the response time)'],
  ['entry', 'Entered into the dispatch system'],
  ['dispatch', 'First unit dispatched'],
  ['enroute', 'First unit on its way'],
  ['close', 'Closed']
];

export class Times {
  #selection;
  #times;
  #chart;
  #latest = null;

  constructor(selection, changed) {
    this.#selection = selection;
    this.#times = new Rows(changed);
    this.#chart = new TimesChart($('times-chart'), row => this.#readOut(row));
    for (const name of ['leg', 'priority', 'district']) {
      $(name).addEventListener('change', event => selection.set({[name]: event.target.value}));
    }
  }

  render({results}) {
    const {phase, version, topic} = results['response-times'];
    const leg = this.#selection.get('leg');
    if (phase === 'live') {
      this.#times.want(`/results/response-times?${new URLSearchParams({leg})}`, version);
    }
    const rows = (this.#times.rows ?? []).map(named);
    const there = rows.length > 0;
    $('times-controls').hidden = !there;
    $('times-chart').hidden = !there;
    $('times-axis').hidden = !there;
    $('times').hidden = !there;
    $('times-empty').hidden = there;
    $('times-empty').textContent = phase === 'missing'
      ? `There is no topic ${topic} yet. A job writes it that is started with --query response-times, for calls that have stages.`
      : 'No window of response times has closed yet.';
    this.#latest = null;
    if (there) {
      this.#draw(rows, leg);
    }
    this.#readOut(null);
  }

  #draw(rows, leg) {
    const priority = chosen(rows, 'priority', this.#selection.get('priority'));
    const ofPriority = rows.filter(each => each.priority === priority);
    const district = chosen(ofPriority, 'district', this.#selection.get('district'));
    setOptions($('leg'), LEGS.map(([name, text]) => option(name, text)), leg);
    setOptions($('priority'), distinct(rows, 'priority').map(name => option(name, name)), priority);
    setOptions($('district'), distinct(ofPriority, 'district').map(name => option(name, name)), district);
    const shown = ofPriority.filter(each => each.district === district).sort(byStart);
    this.#latest = shown.at(-1);
    this.#chart.draw(shown, priority, district);
    this.#showLatest(ofPriority, district);
  }

  #showLatest(rows, district) {
    const latest = rows.reduce((last, each) => (each.start > last ? each.start : last), '');
    const shown = rows.filter(each => each.start === latest).sort((a, b) => (a.district < b.district ? -1 : 1));
    const goal = shown.find(each => each.goal !== null)?.goal ?? null;
    $('times-caption').textContent = `${range(shown[0])}. ${goal === null ? 'There is no goal for these.' : `The goal is ${span(goal)}.`}`;
    const most = Math.max(1, ...rows.map(each => each.median ?? 0));
    $('times-rows').replaceChildren(...shown.map(each => this.#districtRow(each, district, trend(rows, each.district, most))));
  }

  #readOut(pointed) {
    const row = pointed ?? this.#latest;
    $('times-readout').replaceChildren();
    if (row !== null) {
      const half = row.median === null ? '' : `, half within ${span(row.median)}`;
      $('times-readout').append(element('strong', '', `${count(row.calls, 'call', 'calls')}${half}`), ` ${row.district}, ${range(row)}`);
    }
  }

  #districtRow(each, district, line) {
    const name = element('a', '', each.district);
    name.href = this.#selection.link({district: each.district});
    if (each.district === district) {
      name.setAttribute('aria-current', 'true');
    }
    const seconds = value => cell('td', 'number', value === null ? '—' : span(value));
    return row(
      cell('th', 'type', name),
      cell('td', 'number', amount(each.calls)),
      seconds(each.median),
      cell('td', 'trend', line),
      seconds(each.p90),
      seconds(each.p99),
      cell('td', 'number', each.within === null ? '—' : percent(each.within)));
  }
}

function named(row) {
  return {
    start: row.window_start,
    end: row.window_end,
    priority: row.priority ?? 'none',
    district: row.police_district ?? 'none',
    calls: row.calls,
    median: row.median_seconds,
    p90: row.p90_seconds,
    p99: row.p99_seconds,
    goal: row.goal_seconds,
    within: row.within_goal
  };
}

// The medians of a district, window by window.
const trend = (rows, district, most) => spark(rows.filter(each => each.district === district).sort(byStart).map(each => each.median), most);

const distinct = (rows, field) => [...new Set(rows.map(row => row[field]))].sort();
const byStart = (a, b) => millis(a.start) - millis(b.start);

// What was chosen, or the one with the most calls.
function chosen(rows, field, wanted) {
  const calls = new Map();
  for (const row of rows) {
    calls.set(row[field], (calls.get(row[field]) ?? 0) + row.calls);
  }
  return calls.has(wanted) ? wanted : [...calls].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}
