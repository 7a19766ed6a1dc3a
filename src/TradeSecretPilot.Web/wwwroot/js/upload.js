// Sends chosen files over plain HTTP, in pieces (tus 1.0: the offset is asked, the next piece sent), several at once and without
// the page's own connection. A break costs the piece under way; it is tried again until somebody cancels. The page hears of a
// file when it has arrived; it is told until it answers, for it may be away itself.
import { drop, rest, send } from './upload-line.js';
import { draw, fill, rootOf, say } from './upload-rows.js';

const memory = 'tsp.upload.';
const atOnce = 3;
const patience = 20_000;

// By the name of the control: its page, options, and files that are not settled yet.
const places = new Map();

const newKey = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
const isDown = () =>
  [...(document.getElementById('components-reconnect-modal')?.classList ?? [])].some(
    (c) => c.startsWith('components-reconnect-') && c !== 'components-reconnect-hide');

// ---- one file ----

const wakeAll = () => places.forEach((place) => place.files.forEach((file) => file.wake?.()));
window.addEventListener('online', wakeAll);

async function run(file) {
  if (!file.end) {
    await send(file);
  }
  const { place } = file;
  place.running -= 1;
  next(place);
  if (!file.cancelled) {
    file.state = 'taking';
    if (file.end === 'Sent') {
      draw(file);
    }
    remember(place);
    await deliver(file);
  }
  if (file.end === 'Lost' && file.id) {
    place.broken.push({ ...file, place: undefined, told: true });
  }
  forget(file);
}

async function deliver(file) {
  const { place, name, key, end, id, words } = file;
  // It hears of the batch first.
  await place.counting;
  const news = {
    place: place.name, key, name, kind: end,
    upload: end === 'Sent' ? id : null,
    refusal: words ?? null,
  };
  for (file.failures = 1; !file.cancelled; file.failures += 1) {
    const answer = await tell(place, 'HearAsync', [news], (a) => a !== 'NotMine');
    if (answer !== 'Later') {
      break;
    }
    await rest(file, 'later');
  }
  if (id && !file.cancelled && end !== 'Lost') {
    drop(id);
  }
}

function forget(file) {
  const { place } = file;
  const root = rootOf(place);
  const isHere = root?.contains(document.activeElement) || document.activeElement === document.body;
  place.files.delete(file);
  file.row?.remove();
  remember(place);
  count(place);
  if (place.files.size === 0 && isHere) {
    root?.querySelector('.upload-result')?.focus();
  }
}

function cancel(file) {
  file.cancelled = true;
  file.request?.abort();
  file.wake?.();
  if (file.id) {
    drop(file.id);
  }
  say(file.place, fill(file.place.options.texts.cancelled, file.name));
  if (file.isQueued) {
    forget(file);
  }
}

// ---- the page ----

// Calls the page until it has answered: a call that was under way when the line broke is never answered.
async function tell(place, method, parameters, isAnswer) {
  for (let wait = 250; !place.left; wait = Math.min(wait * 2, 5000)) {
    try {
      if (!isDown()) {
        const answer = await Promise.race([
          place.page.invokeMethodAsync(method, ...parameters),
          new Promise((_, reject) => setTimeout(reject, patience)),
        ]);
        if (isAnswer(answer)) {
          return answer;
        }
      }
    } catch {
      // The circuit is gone; its successor attaches itself.
    }
    await new Promise((done) => setTimeout(done, wait));
  }
  return undefined;
}

// One call after the other, each with what is true then.
function count(place) {
  place.counting = place.counting.then(() =>
    tell(place, 'CountAsync', [place.name, place.files.size], (answer) => answer === true));
}

// What a page that is loaded anew has to know of this one.
function remember(place) {
  const kept = [...place.files]
    .filter((file) => file.end !== 'Refused')
    .map(({ key, name, size, modified, id, end }) => ({ key, name, size, modified, id, end }));
  const broken = place.broken
    .filter((old) => old.id)
    .map(({ key, name, size, modified, id, told }) => ({ key, name, size, modified, id, told }));
  try {
    if (kept.length + broken.length > 0) {
      sessionStorage.setItem(memory + place.name, JSON.stringify([...kept, ...broken]));
    } else {
      sessionStorage.removeItem(memory + place.name);
    }
  } catch {
    // Storage is full or forbidden: a page that is loaded anew knows nothing of them.
  }
}

function recall(place) {
  let kept = [];
  try {
    kept = JSON.parse(sessionStorage.getItem(memory + place.name)) ?? [];
  } catch {
    // Nothing that this script wrote.
  }
  for (const old of kept) {
    if (old.end === 'Sent') {
      add(place, { ...old });
    } else {
      if (!old.told) {
        add(place, { ...old, id: undefined, key: newKey(), end: 'Lost' });
      }
      place.broken.push({ ...old, told: true });
    }
  }
  remember(place);
}

// ---- choosing ----

const isHex = async (content, hex) =>
  [...new Uint8Array(await content.slice(0, hex.length / 2).arrayBuffer())]
    .map((byte) => byte.toString(16).padStart(2, '0')).join('') === hex;

// What would be refused at the end is refused before anything is sent.
async function faultOf(content, { accept, heads, maxBytes }) {
  const name = content.name.toLowerCase();
  const ending = accept.find((end) => name.endsWith(end));
  return !ending ? 'WrongKind'
    : content.size === 0 ? 'Empty'
    : content.size > maxBytes ? 'TooLarge'
    : heads && !(await isHex(content, heads[ending])) ? 'WrongKind'
    : undefined;
}

function add(place, known) {
  const file = {
    key: newKey(), failures: 0, quarter: 0, piece: place.options.maxPiece, state: 'waiting', isQueued: true, ...known, place,
  };
  file.cancel = () => cancel(file);
  file.changed = () => remember(place);
  place.files.add(file);
  place.queue.push(file);
  if (!file.end) {
    draw(file);
  }
}

function next(place) {
  while (place.running < atOnce && place.queue.length > 0) {
    const file = place.queue.shift();
    if (!file.cancelled) {
      place.running += 1;
      file.isQueued = false;
      run(file);
    }
  }
}

async function choose(place, contents) {
  const room = Number(rootOf(place)?.dataset.room ?? 1) - place.files.size;
  if (contents.length > room) {
    add(place, { name: contents.map((c) => c.name).join(', '), size: 1, end: 'TooMany' });
  } else {
    for (const content of contents) {
      const { name, size, lastModified: modified } = content;
      const end = await faultOf(content, place.options).catch(() => 'Lost');
      // The rest of one that was interrupted, when it is the same file.
      const old = place.broken.find((b) => b.name === name && b.size === size && b.modified === modified);
      place.broken = place.broken.filter((b) => b !== old);
      add(place, { name, size, modified, content, end, id: end ? undefined : old?.id });
    }
  }
  remember(place);
  count(place);
  next(place);
}

document.addEventListener('change', ({ target }) => {
  const place = target.matches?.('.dropfile') && places.get(target.closest('[data-upload]')?.dataset.upload);
  if (place) {
    const contents = [...target.files];
    // So that the same file can be chosen once more.
    target.value = '';
    choose(place, contents);
  }
});

for (const [type, isOver] of [['dragenter', true], ['dragleave', false], ['drop', false]]) {
  document.addEventListener(type, ({ target }) =>
    target.matches?.('.dropfile:enabled') && target.closest('.droparea').classList.toggle('over', isOver));
}

// A control comes to be, or its page has resumed: what is under way goes on and is told to it.
export function attach(name, page, options) {
  const known = places.get(name);
  const place = known ?? {
    name, files: new Set(), queue: [], broken: [], running: 0, counting: Promise.resolve(),
  };
  Object.assign(place, { page, options });
  if (!known) {
    places.set(name, place);
    recall(place);
  }
  place.files.forEach((file) => draw(file));
  if (place.files.size > 0) {
    count(place);
  }
  next(place);
}

// The page is left by its reader.
export function leave(name) {
  const place = places.get(name);
  if (place) {
    place.left = true;
    place.queue = [];
    places.delete(name);
    place.files.forEach(cancel);
    sessionStorage.removeItem(memory + name);
  }
}
