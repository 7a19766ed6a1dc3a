// Keeps what is typed in an editor in this browser until the server says that it holds exactly that. Controls carry
// data-field; nothing else is kept. A value leaves the copy only when the server has confirmed that value; whatever it has not
// confirmed is offered to it again: after a lost connection, on a resumed circuit, and every few seconds in between, for an event
// sent while the line was down never arrives.
const prefix = 'tsp.draft.';
const tooOld = 14 * 24 * 3600 * 1000;
const late = 3000;
const offerEvery = 3000;
const stays = 800;
const longestMemory = 400;
const longestWords = 40;
const windowKey = 'tsp.window';

let root, record, name, page, timer, offered, standing;
// By field: the value typed, the value the server held before, the value it was given last, all that the field has passed through
// since, when it was first typed.
let unsaved = new Map();
// By field: the last value that the server is known to hold.
const confirmed = new Map();
let unit;
// Its author signs out and wants nothing to stay.
let forgotten = false;

// What is typed into a page that is drawn, but not alive yet: by field, the value, what stood there before, and on which page.
const early = new Map();
const seen = new Map();

function read(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    return kept?.fields && Date.now() - kept.at < tooOld ? kept : null;
  } catch {
    return null;
  }
}

function write() {
  if (forgotten) {
    return;
  }
  try {
    if (unsaved.size === 0) {
      localStorage.removeItem(name);
    } else {
      const fields = {};
      for (const [field, { value, base, given }] of unsaved) {
        fields[field] = { value, base, given };
      }
      localStorage.setItem(name, JSON.stringify({ at: Date.now(), fields }));
    }
  } catch {
    // Storage is full or forbidden: the autosave alone has to do.
  }
}

// A control of the library says beside itself which field it is.
const holderOf = (control) => control.closest?.('[data-holds]');
const fieldOf = (control) => control.dataset?.field ?? holderOf(control)?.dataset.holds;
const controlOf = (field) => {
  const quoted = CSS.escape(field);
  return root?.querySelector(`[data-field="${quoted}"], [data-holds="${quoted}"] input`);
};

const valueOf = (control) =>
  control.type === 'checkbox' ? (control.checked ? 'True' : '') : control.value;

function note(event) {
  const field = fieldOf(event.target);
  guard(event.target);
  if (field && !root?.contains(event.target)) {
    early.set(field, { value: valueOf(event.target), base: seen.get(field) ?? '', path: location.pathname });
  } else if (field) {
    const value = valueOf(event.target);
    const entry = unsaved.get(field);
    const base = entry?.base ?? confirmed.get(field) ?? '';
    const passed = [...(entry?.passed ?? [base]), value].slice(-longestMemory);
    unsaved.set(field, { value, base, passed, given: entry?.given, since: entry?.since ?? Date.now() });
    write();
    show();
    standIn(field);
  }
}

// The server draws a text that it changed by itself: one that it was given anew after a lost line, or merged with a colleague's. On
// its way there the field may have been typed in, and drawing it would take those characters away. So what the field has passed
// through is not drawn again, and anything else is drawn with what was typed since.
function guard(control) {
  if (!control.matches?.('textarea[data-field], input[type=text][data-field]:not([data-commit])') || Object.hasOwn(control, 'value')) {
    return;
  }
  const drawn = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value');
  Object.defineProperty(control, 'value', {
    configurable: true,
    get: () => drawn.get.call(control),
    set: (text) => {
      const present = drawn.get.call(control);
      const field = fieldOf(control);
      const entry = root?.contains(control) && unsaved.get(field);
      if (text === present || entry?.passed.includes(text)) {
        return;
      }
      const isHere = document.activeElement === control;
      const { whole, caret } = isHere
        ? retype(entry ? nearest(entry.passed, text) : present, present, text, control.selectionStart ?? 0)
        : { whole: text };
      drawn.set.call(control, whole);
      if (entry) {
        unsaved.set(field, { ...entry, value: text, passed: [text] });
        write();
      }
      if (isHere) {
        control.setSelectionRange(caret, caret);
      }
      if (whole !== text) {
        control.dispatchEvent(new Event('input', { bubbles: true }));
      }
    },
  });
}

function sharedStart(a, b) {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) {
    i++;
  }
  return i;
}

function sharedEnd(a, b, from) {
  let i = 0;
  while (i < a.length - from && i < b.length - from && a[a.length - 1 - i] === b[b.length - 1 - i]) {
    i++;
  }
  return i;
}

// Of the texts that the field has passed through, the one that the server changed: that of which most stands in its text.
function nearest(passed, text) {
  const lostOf = (from) => {
    const start = sharedStart(from, text);
    return from.length - start - sharedEnd(from, text, start);
  };
  return passed.reduce((best, from) => (lostOf(from) <= lostOf(best) ? from : best));
}

// Where a place of `before` is in `text`: by what is the same before it or after it; within a stretch that was changed, behind the
// words that stood before it.
function follow(place, before, text) {
  const start = sharedStart(before, text);
  const end = sharedEnd(before, text, start);
  if (place <= start) {
    return place;
  }
  if (place >= before.length - end) {
    return text.length - (before.length - place);
  }
  const changed = text.slice(start, text.length - end);
  for (let words = Math.min(place - start, longestWords); words > 0; words--) {
    const at = changed.lastIndexOf(before.slice(place - words, place));
    if (at >= 0) {
      return start + at + words;
    }
  }
  return text.length - end;
}

// Puts on `text` what was typed from `before` to `after`, and says where the caret is then.
function retype(before, after, text, caret) {
  const start = sharedStart(before, after);
  const end = sharedEnd(before, after, start);
  const typed = after.slice(start, after.length - end);
  const replaced = before.slice(start, before.length - end);
  const to = follow(before.length - end, before, text);
  // Where the server changed the same place, what was typed comes after it and replaces nothing.
  const from = text.slice(to - replaced.length, to) === replaced ? to - replaced.length : to;
  const whole = text.slice(0, from) + typed + text.slice(to);
  return {
    whole,
    caret:
      caret < start ? follow(caret, before, text)
      : caret <= start + typed.length ? from + caret - start
      : follow(caret - typed.length + replaced.length, before, text) + whole.length - text.length,
  };
}

function remember(event) {
  const field = fieldOf(event.target);
  if (field && !root?.contains(event.target)) {
    seen.set(field, valueOf(event.target));
  } else if (field && !unsaved.has(field)) {
    confirmed.set(field, valueOf(event.target));
  }
  if (field && root?.contains(event.target)) {
    standIn(field);
  }
}

// Colleagues are told where somebody is at work: of the fields that are passed by, only the one that the keyboard stays in. What the
// server draws by itself is nobody's work.
function standIn(field) {
  clearTimeout(standing);
  standing = setTimeout(() => page?.invokeMethodAsync('StandsIn', field).catch(() => {}), stays);
}

const isDown = () =>
  [...(document.getElementById('components-reconnect-modal')?.classList ?? [])].some(
    (c) => c.startsWith('components-reconnect-') && c !== 'components-reconnect-hide');

// A text that its field cannot hold waits for its author, not for the server.
const isWrong = (field) =>
  controlOf(field)?.getAttribute('aria-invalid') === 'true';

// What is read as a whole when it is left is not taken away half typed.
const isHeld = (field) => {
  const control = document.activeElement;
  return control && fieldOf(control) === field && (control.dataset.commit !== undefined || holderOf(control) !== null);
};

const waiting = () =>
  [...unsaved].filter(([field]) => !isWrong(field) && !isHeld(field)).map(([, entry]) => entry);

// The indicator is the browser's, for the server cannot know what has not reached it.
function show() {
  const open = waiting();
  const state =
    isDown() ? 'down'
    : unsaved.size === 0 ? ''
    : open.length === 0 ? ([...unsaved.keys()].some(isHeld) ? 'one' : 'wrong')
    : Date.now() - Math.min(...open.map((u) => u.since)) > late ? 'late'
    : open.length > 1 ? 'many'
    : 'one';
  for (const indicator of document.querySelectorAll('[data-save]')) {
    indicator.dataset.typed = state;
    for (const count of indicator.querySelectorAll('[data-count]')) {
      count.textContent = String(open.length);
    }
  }
}

// Tells the server that there is something it has not confirmed; it asks for it by pending().
async function offer() {
  show();
  const open = waiting();
  if (!page || open.length === 0 || isDown() || (offered && Date.now() - offered < offerEvery)) {
    return;
  }
  if (Date.now() - Math.min(...open.map((u) => u.since)) < late) {
    return;
  }
  offered = Date.now();
  try {
    await page.invokeMethodAsync('SettleTypedAsync');
  } catch {
    // The circuit is gone; its successor starts anew.
  }
}

const newName = () => crypto.randomUUID?.() ?? String(Math.random()).slice(2);

// This window's own name. A duplicated tab inherits the storage of its origin, but not its lock.
async function nameWindow() {
  if (unit) {
    return unit;
  }
  const own = sessionStorage.getItem(windowKey);
  unit = own && (await hold(own)) ? own : undefined;
  if (!unit) {
    unit = newName();
    sessionStorage.setItem(windowKey, unit);
    await hold(unit);
  }
  return unit;
}

function hold(id) {
  if (!navigator.locks) {
    return Promise.resolve(true);
  }
  return new Promise((answer) => {
    navigator.locks.request(`${windowKey}.${id}`, { ifAvailable: true }, (lock) => {
      answer(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    });
  });
}

async function openWindows() {
  const state = await navigator.locks?.query();
  return new Set((state?.held ?? []).map((l) => l.name.slice(windowKey.length + 1)));
}

// Answers what this window still holds unconfirmed, and what windows that are closed left behind.
// Null when the controls are not in the page (any more): a circuit that resumes draws them anew.
export async function start(element, key, dotnet) {
  if (!element?.isConnected) {
    return null;
  }
  const same = record === key;
  stop();
  root = element;
  page = dotnet;
  record = key;
  if (!same) {
    unsaved = new Map();
    confirmed.clear();
  }
  const own = await nameWindow();
  name = `${prefix}${record}.${own}`;
  const mine = read(name)?.fields ?? {};
  for (const [field, { value, base, given }] of Object.entries(mine)) {
    if (!unsaved.has(field)) {
      unsaved.set(field, { value, base, given, passed: [base, value], since: Date.now() });
    }
  }

  takeEarly();

  const open = await openWindows();
  const left = [];
  for (const other of Object.keys(localStorage)) {
    if (!other.startsWith(prefix)) {
      continue;
    }
    const kept = read(other);
    if (!kept) {
      localStorage.removeItem(other);
    } else if (other !== name && other.startsWith(`${prefix}${record}.`)) {
      const unit = other.slice(`${prefix}${record}.`.length);
      if (!open.has(unit)) {
        left.push({ key: other, fields: kept.fields });
      }
    }
  }

  timer = setInterval(offer, 1000);
  document
    .getElementById('components-reconnect-modal')
    ?.addEventListener('components-reconnect-state-changed', onConnection);
  show();
  return { own: pending(), left };
}

function takeEarly() {
  for (const [field, { value, base, path }] of early) {
    if (controlOf(field) && path === location.pathname && !unsaved.has(field)) {
      unsaved.set(field, { value, base, passed: [base, value], since: Date.now() });
    }
  }
  early.clear();
  seen.clear();
}

function onConnection() {
  show();
  offered = undefined;
}

// What the server has not confirmed, each with what it was given last: it may have saved that before the line was lost.
export function pending() {
  const fields = [];
  for (const [key, entry] of unsaved) {
    if (!isHeld(key)) {
      fields.push({ key, value: entry.value, base: entry.base, given: entry.given ?? entry.base });
      entry.given = entry.value;
    }
  }
  write();
  return fields;
}

// The server holds these values. What was typed since then stays.
export function confirm(fields) {
  for (const { key, value } of fields) {
    confirmed.set(key, value);
    const entry = unsaved.get(key);
    if (entry?.value === value) {
      unsaved.delete(key);
    } else if (entry) {
      unsaved.set(key, {
        ...entry,
        base: value,
        passed: entry.passed.slice(entry.passed.lastIndexOf(value)),
        since: Date.now(),
      });
    }
  }
  write();
  show();
}

// These fields wait for a choice and not for the server: they go into a copy of their own, whose key is answered.
export function aside(keys) {
  const fields = {};
  for (const key of keys) {
    const entry = unsaved.get(key);
    if (entry) {
      fields[key] = { value: entry.value, base: entry.base };
      unsaved.delete(key);
    }
  }
  const copy = `${prefix}${record}.${newName()}`;
  localStorage.setItem(copy, JSON.stringify({ at: Date.now(), fields }));
  write();
  show();
  return copy;
}

// What closed windows left is restored and saved, or not wanted.
export function settle(keys) {
  for (const key of keys) {
    localStorage.removeItem(key);
  }
}

export function focus(target) {
  const quoted = CSS.escape(target);
  const control = document.querySelector(`[data-field="${quoted}"], [data-anchor="${quoted}"]`);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}

export function reveal() {
  document.querySelector('.conflict')?.scrollIntoView();
  const pane = document.querySelector('.conflict-doc');
  const change = pane?.querySelector('ins, del');
  if (change) {
    pane.scrollTop = change.offsetTop - pane.clientHeight / 3;
    pane.focus({ preventScroll: true });
  }
}

export function stop() {
  clearInterval(timer);
  clearTimeout(standing);
  document
    .getElementById('components-reconnect-modal')
    ?.removeEventListener('components-reconnect-state-changed', onConnection);
  root = page = undefined;
}

document.addEventListener('portal:forget', () => {
  forgotten = true;
  unsaved = new Map();
  if (name) {
    localStorage.removeItem(name);
  }
});
document.addEventListener('input', note);
document.addEventListener('focusin', remember);
