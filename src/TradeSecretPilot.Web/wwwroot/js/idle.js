// Ends an unattended session. Activity is shared between the tabs of a browser, so that one forgotten tab does not
// sign out the tab somebody works in.
const key = 'tsp.last-activity';
const minute = 60_000;
let component, limit, timer, renewedAt;

const lastActivity = () => Number(localStorage.getItem(key)) || 0;
const note = () => localStorage.setItem(key, String(Date.now()));

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
  const warning = document.getElementById('idle-warning');
  if (idle >= limit) {
    stop();
    document.getElementById('idle-sign-out')?.submit();
    return;
  }
  if (warning) {
    warning.hidden = idle < limit - 2 * minute;
  }
  if (lastActivity() > renewedAt && Date.now() - renewedAt > 4 * minute) {
    renew().catch(() => {
      renewedAt = 0; // offline: the next check tries again
    });
  }
}

export function start(reference, minutes) {
  component = reference;
  limit = minutes * minute;
  renewedAt = Date.now();
  note();
  for (const name of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
    document.addEventListener(name, note, { passive: true });
  }
  timer = setInterval(check, 10_000);
}

export function stop() {
  clearInterval(timer);
  for (const name of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
    document.removeEventListener(name, note);
  }
}
