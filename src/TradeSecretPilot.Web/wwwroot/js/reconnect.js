// The buttons of the notice that a lost connection shows (ReconnectNotice.razor).
document.addEventListener('click', async (event) => {
  const act = event.target.closest?.('[data-reconnect]')?.dataset.reconnect;
  if (act === 'reload') {
    location.reload();
  } else if (act === 'retry') {
    // false: the server no longer knows this page, so only a fresh one helps.
    const known = await window.Blazor.reconnect();
    if (!known) {
      location.reload();
    }
  }
});
