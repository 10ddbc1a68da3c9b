// The view "one type": what came of its calls and where they came from, window by window, and when they were unusually many.

import {Chart} from './chart.js';
import {$, cell, element, option, row, setOptions, setText} from './dom.js';
import {amount, count, millis, percent, range} from './format.js';
import {Rows} from './rows.js';
import {spark} from './spark.js';
import {emptyText} from './status.js';
import {dispositionsOf, types} from './store.js';
import {latestFirst, place, why} from './unusual.js';

const MOST_EPISODES = 5;

export class OneType {
  #selection;
  #chart;
  #alerts;
  #districts;
  #shown = null;

  constructor(selection, changed) {
    this.#selection = selection;
    this.#alerts = new Rows(changed);
    this.#districts = new Rows(changed);
    this.#chart = new Chart($('type-chart'), {
      choose: start => location.assign(selection.link({view: 'now', window: start})),
      point: window => this.#readOut(window)
    });
    $('one-type').addEventListener('change', event => selection.set({type: event.target.value}));
  }

  render({store, state, results}) {
    const {phase, version} = results.alerts;
    if (phase === 'live') {
      this.#alerts.want('/results/alerts', version);
    }
    const windows = store.windows('');
    const all = types({rows: windows.flatMap(window => window.rows)}, '');
    const type = chosen(all, this.#selection.get('type'));
    for (const id of ['type-controls', 'type-axis', 'dispositions', 'type-links']) {
      $(id).hidden = type === null;
    }
    $('type-empty').hidden = type !== null;
    $('type-empty').textContent = emptyText(state);
    $('type-chart').dataset.windows = type === null ? 0 : windows.length;
    if (type !== null) {
      this.#show(type, windows, all);
    }
    this.#showDistricts(type, windows, results.districts);
  }

  #show(type, windows, all) {
    setOptions($('one-type'), all.map(each => option(each.name, `${each.name} (${amount(each.calls)})`)), type.name);
    const ofType = windows.map(window => {
      const rows = window.rows.filter(each => each.type === type.name);
      const calls = rows.reduce((sum, each) => sum + each.count, 0);
      return {...window, calls, matching: calls, dispositions: dispositionsOf(rows)};
    });
    this.#shown = {type, windows, all: all.reduce((sum, each) => sum + each.calls, 0)};
    this.#chart.draw(ofType, null);
    this.#readOut(null);
    this.#showDispositions(type, ofType);
    this.#showEpisodes(type);
    $('type-week').href = this.#selection.link({view: 'week', type: type.name});
    $('type-unusual').href = this.#selection.link({view: 'unusual', type: type.name});
  }

  #readOut(pointed) {
    if (this.#shown === null) {
      return;
    }
    const {type, windows, all} = this.#shown;
    $('type-readout').replaceChildren(...pointed === null
      ? [element('strong', '', count(type.calls, 'call', 'calls')), ` in ${count(windows.length, 'window', 'windows')}, ${percent(type.calls / all)} of all`]
      : [element('strong', '', count(pointed.calls, 'call', 'calls')), ` ${range(pointed)}`]);
  }

  #showDispositions(type, windows) {
    const trends = type.dispositions.map(each => windows.map(window => window.dispositions.find(other => other.name === each.name)?.calls ?? 0));
    const most = Math.max(1, ...trends.flat());
    $('disposition-rows').replaceChildren(...type.dispositions.map((each, index) => row(
      cell('th', each.described ? 'type' : 'type undescribed', each.name),
      cell('td', 'number', amount(each.calls)),
      cell('td', 'number', percent(each.calls / type.calls)),
      cell('td', 'trend', spark(trends[index], most)))));
    $('dispositions-caption').textContent = 'How its calls ended in these windows; what is in italics is not among the radio codes.';
  }

  // Of the windows that the chart shows: another job may count districts in others.
  #showDistricts(type, windows, {phase, version}) {
    if (phase === 'live' && type !== null) {
      this.#districts.want(`/results/districts?${new URLSearchParams({original_crime_type_name: type.name})}`, version);
    }
    const index = new Map(windows.map((window, place) => [windowOf(window.start, window.end), place]));
    const byDistrict = new Map();
    for (const each of this.#districts.rows ?? []) {
      const place = index.get(windowOf(each.window_start, each.window_end));
      if (place !== undefined && each.original_crime_type_name === type?.name) {
        const name = each.police_district ?? 'none';
        const trend = byDistrict.get(name) ?? windows.map(() => 0);
        trend[place] = each.count;
        byDistrict.set(name, trend);
      }
    }
    const districts = [...byDistrict]
      .map(([name, trend]) => ({name, trend, calls: trend.reduce((sum, each) => sum + each, 0)}))
      .filter(each => each.calls > 0)
      .sort((a, b) => b.calls - a.calls || (a.name < b.name ? -1 : 1));
    const calls = districts.reduce((sum, each) => sum + each.calls, 0);
    const most = Math.max(1, ...districts.flatMap(each => each.trend));
    $('type-districts').hidden = districts.length === 0;
    setText($('type-districts-caption'), 'Where its calls came from in these windows.');
    $('type-district-rows').replaceChildren(...districts.map(each => row(
      cell('th', 'type', each.name),
      cell('td', 'number', amount(each.calls)),
      cell('td', 'number', percent(each.calls / calls)),
      cell('td', 'trend', spark(each.trend, most)))));
  }

  #showEpisodes(type) {
    const episodes = (this.#alerts.rows ?? []).filter(each => each.original_crime_type_name === type.name).sort(latestFirst);
    $('type-episodes').hidden = episodes.length === 0;
    $('type-episode-list').replaceChildren(...episodes.slice(0, MOST_EPISODES).map(each => element('li', '',
      element('strong', '', place(each)),
      ` ${count(each.count, 'call', 'calls')} ${range({start: each.window_start, end: each.window_end})}: ${why(each)}`)));
  }
}

// Windows and rows write the same times differently.
const windowOf = (start, end) => `${millis(start)} ${millis(end)}`;

// The type of that name; else the most frequent of those that contain it, or of all.
function chosen(all, name) {
  return all.find(type => type.name === name)
    ?? all.find(type => type.name.toLowerCase().includes(name.toLowerCase()))
    ?? all[0]
    ?? null;
}
