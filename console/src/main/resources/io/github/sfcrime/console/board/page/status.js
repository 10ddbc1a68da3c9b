// Whether what is on the page is up to date, in words.

const SHORT = {
  connecting: 'Connecting',
  lost: 'Board not reached',
  reading: 'Reading what is there',
  live: 'Live',
  missing: 'Waiting for the topic',
  away: 'Kafka is away'
};

const LONG = {
  lost: () => 'The board does not answer: it was ended, or this machine sleeps. This page goes on by itself when it is back.',
  missing: source => `Kafka at ${source.brokers} has no topic ${source.topic} yet. The job creates it when it starts.`,
  away: source => `Kafka does not answer at ${source.brokers}. What was counted until then stays here; the page goes on by itself when Kafka is back.`
};

const EMPTY = {
  connecting: 'Connecting…',
  lost: 'The board does not answer.',
  reading: 'Reading what is there…',
  live: 'No window has closed yet. A window is written when calls of a later time come in, so this takes as long as a window does, or a few seconds where past calls are replayed.',
  missing: 'There is nothing to read yet.',
  away: 'There is nothing to show until Kafka answers.'
};

export function showStatus(status, notice, state, source) {
  setText(status, SHORT[state]);
  status.dataset.state = state === 'lost' ? 'away' : state;
  notice.hidden = !(state in LONG);
  setText(notice, state in LONG ? LONG[state](source) : '');
}

export const emptyText = state => EMPTY[state];

// A screen reader says anew what is set anew.
function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
