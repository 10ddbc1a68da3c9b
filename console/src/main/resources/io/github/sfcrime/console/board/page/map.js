// The view "map": where the calls of a window came from, as hexagons where they have coordinates, and as a list.

import {$, cell, element, option, row, setOptions, setText} from './dom.js';
import {amount, count, moment, range} from './format.js';
import {HexMap, shades} from './hexmap.js';
import {Rows} from './rows.js';
import {bars} from './spark.js';

const FIRST = 20;
const ALL = 'all';

const KINDS = {
  hexagon: {title: 'Hexagons', one: 'hexagon', several: 'hexagons', have: 'coordinates'},
  analysis_neighborhood: {title: 'Neighborhoods', one: 'neighborhood', several: 'neighborhoods', have: 'a neighborhood'},
  police_district: {title: 'Districts', one: 'district', several: 'districts', have: 'a district'}
};

export class CallMap {
  #selection;
  #places;
  #map;
  #whole = false;

  constructor(selection, changed) {
    this.#selection = selection;
    this.#places = new Rows(changed);
    this.#map = new HexMap($('map'), $('map-tip'));
    $('map-window').addEventListener('change', event => selection.set({window: event.target.value}));
    $('kind').addEventListener('change', event => selection.set({kind: event.target.value, place: ''}));
    $('all-places').addEventListener('click', () => {
      this.#whole = true;
      selection.set({});
    });
  }

  render({results}) {
    const {phase, version, topic} = results.places;
    if (phase === 'live') {
      this.#places.want('/places', version);
    }
    const {windows, kinds} = this.#places.rows ?? {windows: [], kinds: []};
    const there = kinds.length > 0;
    for (const id of ['map-controls', 'places']) {
      $(id).hidden = !there;
    }
    $('map-empty').hidden = there;
    $('map-empty').textContent = emptyText(phase, topic);
    if (there) {
      this.#show(windows, kinds);
    } else {
      for (const id of ['map-area', 'all-places', 'map-filling']) {
        $(id).hidden = true;
      }
      setText($('map-readout'), '');
    }
  }

  #show(windows, kinds) {
    const kind = kinds.find(each => each.kind === this.#selection.get('kind')) ?? kinds[0];
    const chosen = this.#choose(windows);
    const places = kind.places.map(each => ({
      ...each,
      name: nameOf(each),
      calls: chosen.indexes.reduce((sum, index) => sum + each.counts[index], 0)
    }));
    const listed = places.filter(each => each.calls > 0).sort((a, b) => b.calls - a.calls || (a.name < b.name ? -1 : 1));
    const total = listed.reduce((sum, each) => sum + each.calls, 0);
    this.#showControls(windows, kinds, kind);
    this.#readOut(places, kind, chosen, total);
    $('map-filling').hidden = !chosen.filling;
    setText($('map-filling'), chosen.filling ? `The window is still filling: calls up to ${moment(windows[chosen.indexes.at(-1)].end)} are counted so far.` : '');
    this.#showMap(places, kind, chosen);
    this.#showTable(listed, kind, windows, chosen);
  }

  // The latest window, the one that is selected, or all together.
  #choose(windows) {
    const wanted = this.#selection.get('window');
    const index = windows.findIndex(window => window.start === wanted);
    const indexes = wanted === ALL ? [...windows.keys()] : [index < 0 ? windows.length - 1 : index];
    const filling = indexes.some(each => windows[each].filling);
    const from = windows[indexes[0]];
    const text = indexes.length === 1 ? range(from) : `${count(windows.length, 'window', 'windows')} from ${moment(from.start)} to ${moment(windows.at(-1).end)}`;
    return {indexes, filling, text: filling ? `${text}, so far` : text};
  }

  #showControls(windows, kinds, kind) {
    const start = this.#selection.get('window');
    const options = [...windows].reverse().map(window => option(window.start, range(window) + (window.filling ? ', so far' : '')));
    const known = start === ALL || windows.some(window => window.start === start);
    setOptions($('map-window'), [option('', 'Latest, updated live'), option(ALL, 'All together'), ...options], known ? start : '');
    setOptions($('kind'), kinds.map(each => option(each.kind, KINDS[each.kind].title)), kind.kind);
    const index = start === ALL || !known || start === '' ? windows.length - 1 : windows.findIndex(window => window.start === start);
    $('map-earlier').disabled = start === ALL || index <= 0;
    $('map-later').disabled = start === ALL || index >= windows.length - 1;
    $('map-earlier').onclick = () => this.#selection.set({window: windows[index - 1].start});
    $('map-later').onclick = () => this.#selection.set({window: windows[index + 1].start});
  }

  #readOut(places, kind, chosen, total) {
    const place = places.find(each => each.place === this.#selection.get('place'));
    const [calls, where] = place === undefined
      ? [count(total, 'call', 'calls'), ` with ${KINDS[kind.kind].have}`]
      : [count(place.calls, 'call', 'calls'), ` in ${place.name}`];
    $('map-readout').replaceChildren(element('strong', '', calls), `${where}, ${chosen.text}`);
  }

  #showMap(places, kind, chosen) {
    const drawn = places.filter(each => each.corners !== null);
    $('map-area').hidden = drawn.length === 0;
    if (drawn.length === 0) {
      return;
    }
    const most = Math.max(0, ...drawn.map(each => each.calls));
    const left = this.#map.draw(drawn, {
      shades: shades(most),
      chosen: this.#selection.get('place'),
      filling: chosen.filling,
      text: chosen.text,
      link: place => this.#selection.link({place: place === this.#selection.get('place') ? '' : place})
    });
    $('map-legend').replaceChildren(...legend(shades(most)));
    $('map-note').hidden = left.length === 0;
    setText($('map-note'), left.length === 0 ? '' : `${count(left.length, 'hexagon is', 'hexagons are')} far from the others and in the table only.`);
  }

  #showTable(listed, kind, windows, chosen) {
    const selected = this.#selection.get('place');
    const visible = listed.filter((each, index) => this.#whole || index < FIRST || each.place === selected);
    const mostCalls = listed[0]?.calls ?? 1;
    const mostOfWindow = Math.max(1, ...listed.flatMap(each => each.counts));
    const {one, several} = KINDS[kind.kind];
    setText($('place-heading'), KINDS[kind.kind].title.replace(/s$/, ''));
    $('place-rows').replaceChildren(...visible.map(each => {
      const name = element('a', '', each.name);
      name.href = this.#selection.link({place: each.place === selected ? '' : each.place});
      if (each.place === selected) {
        name.setAttribute('aria-current', 'true');
      }
      const bar = element('span', 'bar');
      bar.style.width = `${100 * each.calls / mostCalls}%`;
      return row(
        cell('th', 'type', name),
        cell('td', 'number', amount(each.calls)),
        cell('td', 'share', bar),
        cell('td', 'trend', bars(each.counts, mostOfWindow, {chosen: chosen.indexes, open: windows.map(window => window.filling)})));
    }));
    const shown = visible.length < listed.length ? `The ${FIRST} most frequent of ${count(listed.length, one, several)}` : `${count(listed.length, one, several)}, the most calls first`;
    setText($('places-caption'), `${chosen.text}. ${shown}. At the right a bar for each of ${count(windows.length, 'window', 'windows')} since ${moment(windows[0].start)}.`);
    $('all-places').hidden = visible.length >= listed.length;
    setText($('all-places'), `Show all ${amount(listed.length)} ${several}`);
  }
}

function emptyText(phase, topic) {
  return phase === 'missing'
    ? `There is no topic ${topic} yet. A job writes it that is started with --query places; a map needs calls with coordinates, which only the newer data sets have.`
    : 'No window of places has closed yet. A job that is started with --query places writes them.';
}

function legend(steps) {
  const item = (kind, text) => element('li', '', element('span', `swatch ${kind}`), text);
  return [item('', 'none'), ...steps.map(({kind, from, to}) => item(kind, `${amount(from)}${from === to ? '' : `–${amount(to)}`}`))];
}

// A hexagon is named by where its middle is: "37.776° N, 122.418° W".
function nameOf({place, corners}) {
  if (corners === null) {
    return place;
  }
  const middle = axis => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  const degrees = (value, positive, negative) => `${Math.abs(value).toFixed(3)}° ${value < 0 ? negative : positive}`;
  return `${degrees(middle(0), 'N', 'S')}, ${degrees(middle(1), 'E', 'W')}`;
}
