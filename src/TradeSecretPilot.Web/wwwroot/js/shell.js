// Small manners of the shell that work on static and on interactive pages alike.
// Listeners stand on the document because an interactive page replaces its prerendered elements.
(() => {
  const open = () => document.querySelectorAll('details[data-menu][open]');

  // A menu closes when something else is clicked, when one of its links is followed, or on Escape.
  document.addEventListener('click', (event) => {
    for (const menu of open()) {
      if (!menu.contains(event.target) || event.target.closest('a')) {
        menu.open = false;
      }
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') {
      return;
    }
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });

  // No text reaches the server with half of a character or a NUL: neither can be kept. It runs before every other listener.
  document.addEventListener(
    'input',
    (event) => {
      const { value } = event.target;
      if (typeof value === 'string' && (value.includes('\0') || value.isWellFormed?.() === false)) {
        const clean = value.replaceAll('\0', '');
        event.target.value = clean.toWellFormed?.() ?? clean;
      }
    },
    true,
  );

  // The router would only scroll to the content; the keyboard is to stand there as well.
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target.closest?.('a.skip');
      const main = document.getElementById('main');
      if (link && main) {
        event.preventDefault();
        event.stopPropagation();
        history.replaceState(history.state, '', link.href);
        main.focus();
      }
    },
    true,
  );

  // A select marked so submits its form at once; the form keeps a button for those without script.
  document.addEventListener('change', (event) => {
    if (event.target.matches?.('[data-submit-on-change]')) {
      event.target.form.requestSubmit();
    }
  });

  // A list's filter is a plain GET form; on an interactive page it moves within the circuit instead of reloading.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches('[data-query]')) {
      return;
    }
    const values = [...new FormData(form)].filter(([, value]) => value !== '');
    const query = new URLSearchParams(values).toString();
    event.preventDefault();
    const target = form.getAttribute('action') + (query ? `?${query}` : '');
    if (window.Blazor) {
      window.Blazor.navigateTo(target);
    } else {
      location.assign(target);
    }
  });

  // A browser drops only where the page says so; asking the server at every pixel would be slow. Firefox drags only with data.
  document.addEventListener('dragover', (event) => {
    if (event.target.closest?.('[data-drop]')) {
      event.preventDefault();
    }
  });
  document.addEventListener('dragstart', (event) => {
    if (event.target.closest?.('[data-drop]')) {
      event.dataTransfer.setData('text/plain', '');
    }
  });

  // An aria-disabled button keeps its focus and says why it is off, but does nothing.
  document.addEventListener(
    'click',
    (event) => {
      if (event.target.closest?.('[aria-disabled="true"]')) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    true,
  );

  // Within [data-steps], Enter and the arrows move between the fields without a round trip.
  document.addEventListener('keydown', (event) => {
    const field = event.target;
    const steps = field.matches?.('input') && field.closest('[data-steps]');
    const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!steps || !by || event.isComposing) {
      return;
    }
    event.preventDefault();
    const fields = [...steps.querySelectorAll('input')];
    const next = fields[fields.indexOf(field) + by] ?? (by > 0 ? steps.parentElement.querySelector('textarea') : null);
    next?.focus();
    next?.select?.();
  });
})();
