// Keeps what is typed in an editor in this browser until the server has it, so that a closed tab, a restarted server or
// a dropped connection loses nothing. Controls carry data-field; nothing else is kept.
const prefix = 'tsp.draft.';
const tooOld = 14 * 24 * 3600 * 1000;
let root, name, sequence, unsaved, found;

function read(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    return kept && Date.now() - kept.at < tooOld ? kept : null;
  } catch {
    return null;
  }
}

function write() {
  const fields = { ...found?.fields };
  for (const [field, { value }] of unsaved) {
    fields[field] = value;
  }
  try {
    if (Object.keys(fields).length === 0) {
      localStorage.removeItem(name);
    } else {
      localStorage.setItem(name, JSON.stringify({ at: Date.now(), fields }));
    }
  } catch {
    // Storage is full or forbidden: the autosave alone has to do.
  }
}

function note(event) {
  const field = event.target.dataset?.field;
  if (field) {
    unsaved.set(field, { value: event.target.value, at: ++sequence });
    write();
  }
}

// Answers what an earlier visit left unsaved, or null.
export function start(element, record) {
  stop();
  root = element;
  name = prefix + record;
  sequence = 0;
  unsaved = new Map();
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix) && !read(key)) {
      localStorage.removeItem(key);
    }
  }
  found = read(name);
  root.addEventListener('input', note);
  return found;
}

// The point up to which the server has seen the typing once this answer reaches it.
export const mark = () => sequence;

// Everything up to the mark is saved.
export function saved(upTo) {
  for (const [field, { at }] of unsaved) {
    if (at <= upTo) {
      unsaved.delete(field);
    }
  }
  write();
}

// What the earlier visit left is restored or not wanted.
export function settle() {
  found = null;
  write();
}

export function focus(name) {
  const quoted = CSS.escape(name);
  const target = document.querySelector(`[data-field="${quoted}"], [data-anchor="${quoted}"]`);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
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
  root?.removeEventListener('input', note);
  root = undefined;
}
