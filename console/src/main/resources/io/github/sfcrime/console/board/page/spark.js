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

// A bar for each value, oldest first; those that are chosen are dark, and those of open windows have a line in place of a bar.
export function bars(values, most, {chosen, open}) {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  picture.setAttribute('class', 'spark');
  picture.setAttribute('aria-hidden', 'true');
  const step = WIDTH / Math.max(1, values.length);
  const width = Math.min(step * 0.8, 14);
  const dark = new Set(chosen.length === values.length ? [] : chosen);
  const kindOf = index => (open[index] ? 'open' : dark.has(index) ? 'dark' : 'bar');
  for (const kind of ['bar', 'dark', 'open']) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', kind);
    path.setAttribute('d', values
      .map((value, index) => ({value, index}))
      .filter(({value, index}) => value > 0 && kindOf(index) === kind)
      .map(({value, index}) => {
        const height = Math.max(1, (HEIGHT - 2) * value / most).toFixed(1);
        return `M${(index * step + (step - width) / 2).toFixed(1)},${HEIGHT - 1}v-${height}h${width.toFixed(1)}v${height}z`;
      })
      .join(''));
    picture.append(path);
  }
  return picture;
}
