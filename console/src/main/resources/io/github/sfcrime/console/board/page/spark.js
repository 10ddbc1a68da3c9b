// A line without axes, for rows that are compared with each other.

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 110;
const HEIGHT = 22;

// Values oldest first, null where there is none; `most` is the top for every line of a table.
export function spark(values, most) {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  picture.setAttribute('class', 'spark');
  picture.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'polyline');
  const step = WIDTH / Math.max(1, values.length - 1);
  line.setAttribute('points', values
    .map((value, index) => (value === null ? null : `${(index * step).toFixed(1)},${(HEIGHT - 1 - (HEIGHT - 2) * Math.min(1, value / most)).toFixed(1)}`))
    .filter(point => point !== null)
    .join(' '));
  picture.append(line);
  return picture;
}
