// What a page does when it loses its server, beyond the tries that blazor.web.js makes by itself: it comes back on its own
// when the server is there again. In order of preference it joins its old circuit, resumes it from its kept state, or opens
// anew at its address, where draft.js still has what was typed.
(() => {
  const notice = document.getElementById('components-reconnect-modal');
  const reopenedAt = 'tsp.reopened-at';
  const calm = 30_000;
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  let waiting = false;

  // Not at once a second time by itself: a page that cannot stay open must not flicker.
  function reopen(byHand) {
    const rest = calm - (Date.now() - (Number(sessionStorage.getItem(reopenedAt)) || 0));
    if (byHand || rest <= 0) {
      sessionStorage.setItem(reopenedAt, String(Date.now()));
      location.reload();
    } else {
      setTimeout(() => reopen(false), rest);
    }
  }

  // A node that is to stop answers 503: a page that resumed there would lose it again at once.
  async function answers() {
    try {
      return (await fetch('/alive', { cache: 'no-store' })).ok;
    } catch {
      return false;
    }
  }

  // Throws while the server cannot be reached.
  async function comeBack(paused) {
    if ((!paused && (await window.Blazor.reconnect())) || (await window.Blazor.resumeCircuit())) {
      return;
    }
    reopen(false);
  }

  async function comeBackWhenThere(paused) {
    if (waiting) {
      return;
    }
    waiting = true;
    for (let wait = 1000; ; wait = Math.min(wait * 1.5, 15_000)) {
      await pause(wait);
      if (await answers()) {
        try {
          await comeBack(paused);
          break;
        } catch {
          // It went away again.
        }
      }
    }
    waiting = false;
  }

  notice?.addEventListener('components-reconnect-state-changed', ({ detail: { state } }) => {
    if (state === 'rejected') {
      reopen(false);
    } else if (state === 'failed' || state === 'resume-failed') {
      comeBackWhenThere(false);
    } else if (state === 'paused') {
      comeBackWhenThere(true);
    }
  });

  document.addEventListener('click', (event) => {
    const act = event.target.closest?.('[data-reconnect]')?.dataset.reconnect;
    if (act === 'reload') {
      reopen(true);
    } else if (act === 'retry') {
      comeBack(false).catch(() => {});
    }
  });

  // The server calls it before it stops. Not within the call: the answer must get through first.
  window.portalCircuit = { pause: () => void setTimeout(() => window.Blazor.pauseCircuit(), 0) };
})();
