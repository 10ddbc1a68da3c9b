// Says whether the page is up to date.

import {setText} from './dom.js';
import {span} from './format.js';

const SHORT = {
  connecting: 'Connecting',
  lost: 'Board not reached',
  reading: 'Reading the topic',
  live: 'Live',
  missing: 'Waiting for the topic',
  away: 'Kafka is away'
};

const LONG = {
  lost: () => 'The board does not answer: it has ended, or this machine sleeps. This page continues by itself when the board is back.',
  missing: source => `Kafka at ${source.brokers} has no topic ${source.topic} yet. The job creates it when it starts.`,
  away: source => `Kafka does not answer at ${source.brokers}. What was counted until then stays here; the page goes on by itself when Kafka is back.`
};

const EMPTY = {
  connecting: 'Connecting…',
  lost: 'The board does not answer.',
  reading: 'Reading the topic…',
  live: 'No window has closed yet. A window closes when calls of a later time arrive: this takes as long as a window, or a few seconds in a replay.',
  missing: 'The topic does not exist yet.',
  away: 'There is nothing to show until Kafka answers.'
};

const STOPPED = 'No job runs, or several do, so that nothing may be counted now. What is below was counted before.';

export function showStatus(state, source, job, dashboard) {
  const status = document.getElementById('status');
  const notice = document.getElementById('notice');
  setText(status, SHORT[state]);
  status.dataset.state = state === 'lost' ? 'away' : state;
  const stopped = state === 'live' && dashboard !== null && job === null;
  const long = state in LONG ? LONG[state](source) : stopped ? STOPPED : '';
  notice.hidden = long === '';
  setText(notice, long);
}

// How old what is shown is: a job that counts nothing leaves no other trace.
export function showAge(state, source) {
  const age = document.getElementById('age');
  const known = state === 'live' && source.latestRow !== null;
  age.hidden = !known;
  if (known) {
    setText(age, `Latest result ${span(Math.max(0, Date.now() - source.latestRow) / 1000)} ago`);
  }
}

export const emptyText = state => EMPTY[state];
