// The view "unusual": episodes with more calls of a type in a district than at that time of other weeks.

import {$, cell, element, row} from './dom.js';
import {amount, count, onceIn, range, tenths} from './format.js';
import {Rows} from './rows.js';

const FIRST = 50;
const MOST_NOW = 5;

export class Unusual {
  #selection;
  #alerts;

  constructor(selection, changed) {
    this.#selection = selection;
    this.#alerts = new Rows(changed);
    $('unusual-filter').addEventListener('input', event => selection.set({type: event.target.value.trim()}));
  }

  render({results}) {
    const {phase, version, topic} = results.alerts;
    if (phase === 'live') {
      this.#alerts.want('/results/alerts', version);
    }
    const filter = this.#selection.get('type');
    if (document.activeElement !== $('unusual-filter')) {
      $('unusual-filter').value = filter;
    }
    const all = this.#alerts.rows ?? [];
    const episodes = all
      .filter(episode => episode.original_crime_type_name.toLowerCase().includes(filter.toLowerCase()))
      .sort(latestFirst);
    $('unusual-controls').hidden = all.length === 0;
    $('episodes').hidden = episodes.length === 0;
    $('unusual-empty').hidden = episodes.length > 0;
    $('unusual-empty').textContent = phase === 'missing'
      ? `There is no topic ${topic} yet. A job writes it that is started with --query unusual, for calls that have districts.`
      : all.length > 0 ? `No episode is of a type that contains “${filter}”.` : 'Nothing has been unusual yet. The first rows come in the ninth week of calls.';
    $('episode-rows').replaceChildren(...episodes.slice(0, FIRST).map(episodeRow));
    $('episodes-caption').textContent = `What is going on first, then the latest${episodes.length > FIRST ? `: ${FIRST} of ${amount(episodes.length)}` : ''}. Numbers are those of an episode's most improbable window.`;
    const open = episodes.filter(episode => !episode.ended).length;
    $('unusual-readout').textContent = episodes.length === 0 ? '' : `${count(open, 'episode', 'episodes')} going on, ${amount(episodes.length - open)} over`;
  }
}

export function latestFirst(a, b) {
  return Number(a.ended) - Number(b.ended) || (a.episode_start < b.episode_start ? 1 : a.episode_start > b.episode_start ? -1 : 0);
}

function episodeRow(episode) {
  const name = cell('th', 'type', episode.original_crime_type_name);
  const window = {start: episode.window_start, end: episode.window_end};
  return row(
    name,
    cell('td', 'district', place(episode)),
    cell('td', 'when', range({start: episode.episode_start, end: episode.episode_end}), element('span', episode.ended ? 'over' : 'open', episode.ended ? 'over' : 'going on')),
    cell('td', 'number', amount(episode.count)),
    cell('td', 'why', why(episode) + (episode.windows > 1 ? ` (${range(window)})` : '')));
}

export const place = episode => episode.police_district ?? 'no district';

export const why = episode => `${tenths(episode.expected)} expected, usually ${amount(episode.lower)} to ${amount(episode.upper)}; so many come by chance ${onceIn(episode.probability)}`;

// What is going on, above the counts of the view "now".
export class UnusualNow {
  #alerts;

  constructor(changed) {
    this.#alerts = new Rows(changed);
  }

  render({results}, link) {
    const {phase, version} = results.alerts;
    if (phase === 'live') {
      this.#alerts.want('/results/alerts?ended=false', version);
    }
    const open = (this.#alerts.rows ?? []).sort(latestFirst);
    $('unusual-now').hidden = open.length === 0;
    $('all-unusual').href = link;
    $('unusual-now-list').replaceChildren(...open.slice(0, MOST_NOW).map(episode => element('li', '',
      element('strong', '', `${episode.original_crime_type_name}, ${place(episode)}`),
      ` ${count(episode.count, 'call', 'calls')} ${range({start: episode.window_start, end: episode.window_end})}: ${why(episode)}`)));
  }
}
