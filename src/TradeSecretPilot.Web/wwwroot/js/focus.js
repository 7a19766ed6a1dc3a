// Where the keyboard stands. A new page begins at its heading. What had the focus and is gone, or is off while an act runs, hands
// it on: to what the act answered, to the same field drawn anew, or to the heading; never to the page's body.
(() => {
  // What an act answers with: a refusal, what was done and what comes next, a receipt, the result of an upload.
  const results = '#main [role=alert], #main [role=status] > .notice, #main .receipt, #main .upload-result > *';
  const behindDialog = '.work > :not(main), #main > :not(.controls)';

  let place; // the address whose heading was met
  let heading;
  let last; // what had the focus, outside of dialogs
  let answered = new Set(); // the results that stood there already at that time
  let isHeld = false; // a dialog is open

  const isLost = () => !document.activeElement || document.activeElement === document.body;
  const resultsNow = () => [...document.querySelectorAll(results)].filter((e) => e.checkVisibility());

  const give = (element) => {
    if (!element) {
      return;
    }
    if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
      element.tabIndex = -1;
    }
    element.focus({ preventScroll: element === heading });
  };

  // The live page takes the place of the one that was drawn in advance; a field is the same one in both.
  const sameField = () => {
    for (const name of ['data-field', 'id', 'name']) {
      const value = last.getAttribute(name);
      const found = value && document.querySelector(`#main [${name}="${CSS.escape(value)}"]:not([inert] *)`);
      if (found) {
        return found;
      }
    }
    return null;
  };

  const beginPage = () => {
    const next = document.querySelector('#main > :not(.held, .controls) h1, #main > h1');
    if (!next || (next === heading && location.pathname === place)) {
      return;
    }
    const isNew = next !== heading && location.pathname !== place;
    const isFirst = !heading;
    heading = next;
    place = location.pathname;
    const here = document.activeElement.closest?.('#main > :not(.controls)');
    if (isNew && (isFirst ? isLost() : !here)) {
      last = null;
      give(heading);
    }
  };

  const handOn = () => {
    if (!last || isHeld || !isLost()) {
      return;
    }
    const isOff = last.isConnected && last.matches(':disabled');
    const result = resultsNow().find((e) => !answered.has(e));
    if (result) {
      give(result);
    } else if (last.isConnected && !isOff) {
      last.focus();
    } else if (!last.isConnected && heading?.isConnected) {
      give(sameField() ?? heading);
    }
  };

  // While a dialog is open nothing behind it can be reached, not even for the moment that its own guard of the focus needs to ask
  // the server. It gives the focus back before it is gone, to what cannot take it yet: that is done once more.
  const endDialog = () => {
    if (isHeld && !document.querySelector('[role=dialog]')) {
      isHeld = false;
      document.querySelectorAll('.work [inert]:not(.held)').forEach((element) => element.removeAttribute('inert'));
    }
  };

  const settle = () => {
    endDialog();
    beginPage();
    handOn();
  };

  document.addEventListener('focusin', ({ target }) => {
    if (!target.closest('.controls')) {
      last = target;
      answered = new Set(resultsNow());
    } else if (!isHeld && target.closest('[role=dialog]')) {
      isHeld = true;
      document.querySelectorAll(behindDialog).forEach((element) => element.setAttribute('inert', ''));
    }
  });
  // Somebody who clicks beside everything wants the focus nowhere.
  document.addEventListener('click', () => {
    if (isLost() && last?.isConnected && !last.matches(':disabled')) {
      last = null;
    }
  });
  new MutationObserver(settle).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled'],
  });
  settle();
})();
