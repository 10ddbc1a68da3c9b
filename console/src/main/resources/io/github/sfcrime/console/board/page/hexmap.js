// Hexagons where they are, each a link, coloured by its calls. Tab goes to one of them, the arrow keys to its neighbours.

import {count} from './format.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 1000;
const MARGIN = 8;
const SHADES = 5;
// In degrees of latitude: some 30 km. A mistake in one call's coordinates would make the city a dot.
const FAR = 0.27;
// So that one hexagon alone does not fill the page.
const LEAST = 0.06;
const svg = name => document.createElementNS(SVG, name);
const DIRECTIONS = {ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0]};

// From the fewest calls to the most, each shade for twice as many as the one before.
export function shades(most) {
  const found = [];
  for (let to = most; to > 0;) {
    const from = found.length === SHADES - 1 ? 1 : Math.floor(to / 2) + 1;
    found.unshift({kind: `shade-${SHADES - found.length}`, from, to});
    to = from - 1;
  }
  return found;
}

export class HexMap {
  #element;
  #tip;
  #picture;
  // What is drawn last is whole: marks are above the hexagons beside them.
  #hexagons = svg('g');
  #chosenMark = svg('polygon');
  #pointedMark = svg('polygon');
  #cells = new Map();

  constructor(element, tip) {
    this.#element = element;
    this.#tip = tip;
    this.#picture = svg('svg');
    this.#chosenMark.setAttribute('class', 'mark chosen');
    this.#pointedMark.setAttribute('class', 'mark');
    this.#picture.append(this.#hexagons, this.#chosenMark, this.#pointedMark);
    element.prepend(this.#picture);
    this.#picture.addEventListener('keydown', event => this.#key(event));
    this.#picture.addEventListener('pointerover', event => this.#point(event.target));
    this.#picture.addEventListener('pointerleave', () => this.#point(document.activeElement));
    this.#picture.addEventListener('focusin', event => this.#point(event.target));
    this.#picture.addEventListener('focusout', () => this.#point(null));
  }

  // Draws places with corners, and returns those that are too far away from the others.
  draw(places, {shades: steps, chosen, filling, text, link}) {
    const middle = median(places.map(place => place.corners[0][0]));
    const narrower = Math.cos(middle * Math.PI / 180);
    const east = median(places.map(place => place.corners[0][1]));
    const isFar = ({corners: [[latitude, longitude]]}) => Math.hypot(latitude - middle, (longitude - east) * narrower) > FAR;
    const near = places.filter(place => !isFar(place));
    const points = near.map(place => place.corners.map(([latitude, longitude]) => [longitude * narrower, -latitude]));
    const project = this.#fit(points.flat());
    const drawn = new Set(near.map(place => place.place));
    for (const [name, cell] of this.#cells) {
      if (!drawn.has(name)) {
        cell.link.remove();
        this.#cells.delete(name);
      }
    }
    near.forEach((place, index) => this.#set(place, points[index].map(project), {steps, chosen, link}));
    this.#element.classList.toggle('filling', filling);
    this.#chosenMark.setAttribute('points', this.#cells.get(chosen)?.shape.getAttribute('points') ?? '');
    this.#setStop(near, chosen);
    this.#element.setAttribute('aria-label', summary(near, text));
    this.#point(this.#element.contains(document.activeElement) ? document.activeElement : null);
    return places.filter(isFar);
  }

  #fit(points) {
    const [xs, ys] = [0, 1].map(axis => points.map(point => point[axis]));
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const width = Math.max(LEAST, right - left);
    const height = Math.max(LEAST * 0.6, bottom - top);
    const scale = (WIDTH - 2 * MARGIN) / width;
    this.#picture.setAttribute('viewBox', `0 0 ${WIDTH} ${Math.round(height * scale + 2 * MARGIN)}`);
    return ([x, y]) => [
      (x - (left + right) / 2) * scale + WIDTH / 2,
      (y - (top + bottom) / 2) * scale + height * scale / 2 + MARGIN
    ];
  }

  #set(place, corners, {steps, chosen, link}) {
    const cell = this.#cells.get(place.place) ?? this.#add(place.place);
    const shade = steps.find(({from, to}) => place.calls >= from && place.calls <= to)?.kind ?? '';
    cell.at = [0, 1].map(axis => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length);
    cell.text = `${count(place.calls, 'call', 'calls')}, ${place.name}`;
    cell.shape.setAttribute('points', corners.map(corner => corner.map(value => value.toFixed(1)).join(',')).join(' '));
    cell.link.setAttribute('class', `hexagon ${shade}`);
    cell.link.setAttribute('href', link(place.place));
    cell.link.setAttribute('aria-label', cell.text);
    if (place.place === chosen) {
      cell.link.setAttribute('aria-current', 'true');
    } else {
      cell.link.removeAttribute('aria-current');
    }
  }

  #add(name) {
    const link = svg('a');
    const shape = svg('polygon');
    link.dataset.place = name;
    link.append(shape);
    this.#hexagons.append(link);
    const cell = {link, shape, at: [0, 0], text: ''};
    this.#cells.set(name, cell);
    return cell;
  }

  // Tab stops once in the map: where the focus is, at what is chosen, or where the most calls came from.
  #setStop(places, chosen) {
    const focused = document.activeElement?.dataset?.place;
    const most = places.reduce((a, b) => (b.calls > a.calls ? b : a), places[0])?.place;
    const stop = [focused, chosen].find(name => this.#cells.has(name)) ?? most;
    for (const [name, cell] of this.#cells) {
      cell.link.setAttribute('tabindex', name === stop ? '0' : '-1');
    }
  }

  #key(event) {
    const direction = DIRECTIONS[event.key];
    const from = this.#cells.get(document.activeElement?.dataset?.place);
    if (event.key === 'Escape') {
      this.#tip.hidden = true;
    } else if (direction !== undefined && from !== undefined) {
      event.preventDefault();
      const next = this.#next(from, direction);
      if (next !== null) {
        from.link.setAttribute('tabindex', '-1');
        next.link.setAttribute('tabindex', '0');
        next.link.focus();
      }
    }
  }

  // The nearest one in that direction, what lies aside counting twice.
  #next(from, [right, down]) {
    let nearest = null;
    let least = Infinity;
    for (const cell of this.#cells.values()) {
      const [x, y] = [cell.at[0] - from.at[0], cell.at[1] - from.at[1]];
      const ahead = x * right + y * down;
      const aside = Math.abs(x * down) + Math.abs(y * right);
      if (ahead > 1 && aside <= 2 * ahead && ahead + 2 * aside < least) {
        least = ahead + 2 * aside;
        nearest = cell;
      }
    }
    return nearest;
  }

  // The words of the hexagon under the pointer, or of the one that has the focus.
  #point(target) {
    const cell = this.#cells.get(target?.closest?.('a')?.dataset.place);
    this.#tip.hidden = cell === undefined;
    this.#pointedMark.setAttribute('points', cell?.shape.getAttribute('points') ?? '');
    if (cell === undefined) {
      return;
    }
    this.#tip.textContent = cell.text;
    const [map, hexagon] = [this.#element.getBoundingClientRect(), cell.shape.getBoundingClientRect()];
    const middle = (hexagon.left + hexagon.right) / 2 - map.left;
    const half = this.#tip.offsetWidth / 2;
    this.#tip.style.left = `${Math.max(half, Math.min(map.width - half, middle))}px`;
    this.#tip.style.top = `${hexagon.top - map.top}px`;
  }
}

function summary(places, text) {
  const most = places.reduce((a, b) => (b.calls > a.calls ? b : a), places[0]);
  return `Map of ${count(places.length, 'hexagon', 'hexagons')}, ${text}`
    + (most === undefined ? '' : `; the most are ${count(most.calls, 'call', 'calls')}, ${most.name}`)
    + '. Arrow keys go from one to the next. The table below has the same numbers.';
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
