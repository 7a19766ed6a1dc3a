// Ends an unattended session. Activity is shared between the tabs of a browser, so that one forgotten tab does not
// sign out the tab somebody works in. Text that is composed, dictated, pasted or dropped comes without a key, and so does a
// file on its way, which tells of itself by note().
const key = 'tsp.last-activity';
const minute = 60_000;
const second = 1000;
const activities = [
  'pointerdown', 'keydown', 'wheel', 'touchstart', 'input', 'paste', 'drop',
  'compositionstart', 'compositionupdate', 'compositionend',
];
let component, limit, timer, renewedAt;

const lastActivity = () => Number(localStorage.getItem(key)) || 0;
const warning = () => document.getElementById('idle-warning');

export function note() {
  if (Date.now() - lastActivity() > second) {
    localStorage.setItem(key, String(Date.now()));
  }
  if (timer && warning()?.hidden === false) {
    check();
  }
}

async function renew() {
  renewedAt = Date.now();
  await component.invokeMethodAsync('Touch');
  const answer = await fetch('/account/keep-alive', { headers: { 'X-Requested-With': 'fetch' } });
  if (answer.status === 401) {
    location.reload();
  }
}

function check() {
  const idle = Date.now() - lastActivity();
  if (idle >= limit) {
    stop();
    document.getElementById('idle-sign-out')?.submit();
    return;
  }
  if (warning()) {
    warning().hidden = idle < limit - 2 * minute;
  }
  if (lastActivity() > renewedAt && Date.now() - renewedAt > 4 * minute) {
    renew().catch(() => {
      renewedAt = 0; // offline: the next check tries again
    });
  }
}

// Another tab has noted something.
function hear(event) {
  if (event.key === key) {
    check();
  }
}

export function start(reference, minutes) {
  component = reference;
  limit = minutes * minute;
  renewedAt = Date.now();
  note();
  for (const name of activities) {
    // Before the page's own listeners, which may keep an event to themselves.
    document.addEventListener(name, note, { passive: true, capture: true });
  }
  window.addEventListener('storage', hear);
  timer = setInterval(check, 10 * second);
}

export function stop() {
  clearInterval(timer);
  timer = undefined;
  for (const name of activities) {
    document.removeEventListener(name, note, { capture: true });
  }
  window.removeEventListener('storage', hear);
}
