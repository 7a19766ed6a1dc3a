// Whoever signs out leaves the computer to the next: typing that this browser keeps and the portal has not saved goes then, but
// only after its author was asked.
(() => {
  const question = () => document.getElementById('sign-out-question');
  const copies = () => {
    const prefix = `tsp.draft.${question()?.dataset.account}.`;
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  };
  const fieldsOf = (key) => {
    try {
      return Object.keys(JSON.parse(localStorage.getItem(key)).fields).length;
    } catch {
      return 0;
    }
  };

  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('tsp.session') : undefined;
  let leaving;

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches?.('[data-sign-out]')) {
      return;
    }
    const count = copies().reduce((sum, key) => sum + fieldsOf(key), 0);
    if (count === 0) {
      return;
    }
    event.preventDefault();
    leaving = form;
    question().querySelector('[data-count]').textContent = String(count);
    question().showModal();
  });

  document.addEventListener('click', (event) => {
    const answer = event.target.closest?.('#sign-out-question [data-answer]')?.dataset.answer;
    if (!answer) {
      return;
    }
    question().close();
    if (answer === 'clear') {
      // Open editors, in this window and in others, would write theirs anew.
      document.dispatchEvent(new Event('portal:forget'));
      channel?.postMessage('forget');
      copies().forEach((key) => localStorage.removeItem(key));
    }
    if (answer !== 'stay') {
      // Without the event that would ask once more.
      leaving.submit();
    }
  });

  // A window whose session has ended tells the others of this browser, whose cookie is gone as well, and why. What they hold
  // unsaved stays with the browser and is offered when its author is back.
  const here = new URL(location.href);
  const why = here.searchParams.get('reason');
  if (here.pathname === '/account/sign-in' && why) {
    channel?.postMessage({ ended: why === 'signed-out' ? 'signed-out-elsewhere' : why });
  }
  channel?.addEventListener('message', ({ data }) => {
    if (data === 'forget') {
      document.dispatchEvent(new Event('portal:forget'));
    } else if (data?.ended && question()) {
      const back = encodeURIComponent(location.pathname + location.search);
      location.assign(`/account/sign-in?reason=${encodeURIComponent(data.ended)}&returnUrl=${back}`);
    }
  });
})();
