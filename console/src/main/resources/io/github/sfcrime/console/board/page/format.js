// Times and numbers for people. Window times have no zone: they are San Francisco wall-clock times, and
// are taken for UTC here so that no browser shifts them.

const utc = options => new Intl.DateTimeFormat('en-US', {timeZone: 'UTC', hourCycle: 'h23', ...options});
const day = utc({weekday: 'short', month: 'short', day: 'numeric', year: 'numeric'});
const shortDay = utc({month: 'short', day: 'numeric'});
const weekday = utc({weekday: 'short', month: 'short', day: 'numeric'});
const time = utc({hour: '2-digit', minute: '2-digit'});
const number = new Intl.NumberFormat('en-US');
const rate = new Intl.NumberFormat('en-US', {maximumFractionDigits: 0});
const decimal = new Intl.NumberFormat('en-US', {maximumFractionDigits: 1});
const rough = new Intl.NumberFormat('en-US', {maximumSignificantDigits: 2, notation: 'compact', compactDisplay: 'long'});
const share = new Intl.NumberFormat('en-US', {style: 'percent'});

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const millis = local => Date.parse(local + 'Z');

export function count(value, one, several) {
  return `${number.format(value)} ${value === 1 ? one : several}`;
}

export const amount = value => number.format(value);
export const perSecond = value => rate.format(value);
export const tenths = value => decimal.format(value);
export const percent = value => share.format(value);

// "Oct 2, 09:00"
export function moment(local) {
  const at = millis(local);
  return `${shortDay.format(at)}, ${time.format(at)}`;
}

// What San Francisco's clocks show, read as window times are.
const cityClock = new Intl.DateTimeFormat('sv-SE', {timeZone: 'America/Los_Angeles', dateStyle: 'short', timeStyle: 'medium'});
export const cityTime = at => millis(cityClock.format(at).replace(' ', 'T'));

// "Tue, Oct 2", of milliseconds
export const dayName = at => weekday.format(at);

// "45 s", "8 min 20 s", "2 h 5 min"
export function span(seconds) {
  const whole = Math.round(seconds);
  if (whole < 60) {
    return `${whole} s`;
  }
  const [large, small, units] = whole < 3600 ? [60, 1, ['min', 's']] : [3600, 60, ['h', 'min']];
  const rest = Math.floor((whole % large) / small);
  return `${Math.floor(whole / large)} ${units[0]}${rest === 0 ? '' : ` ${rest} ${units[1]}`}`;
}

// "once in 43 billion"
export const onceIn = probability => (probability < 1e-12 ? 'less than once in a trillion' : `once in ${rough.format(1 / probability)}`);

// "Tue, Oct 2, 2018, 09:00 to 10:00"; whole days are named without their midnights.
export function range(window) {
  const start = millis(window.start);
  const end = millis(window.end);
  const wholeDays = start % DAY === 0 && end % DAY === 0;
  if (wholeDays) {
    return end - start === DAY ? day.format(start) : `${day.format(start)} to ${day.format(end - DAY)}`;
  }
  const sameDay = Math.floor(start / DAY) === Math.floor((end - 1) / DAY);
  return sameDay
    ? `${day.format(start)}, ${time.format(start)} to ${time.format(end)}`
    : `${day.format(start)}, ${time.format(start)} to ${day.format(end)}, ${time.format(end)}`;
}
