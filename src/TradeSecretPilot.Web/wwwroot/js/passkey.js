// Passkeys (Web Authentication, level 3): asks the authenticator, and sends its answer with the form. A browser without them, or a
// page that did not come over HTTPS, does not show those forms.
(() => {
  const knows =
    typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function' &&
    typeof window.PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
    typeof window.PublicKeyCredential.prototype.toJSON === 'function';
  document.querySelectorAll('[data-passkey]').forEach((form) => (form.hidden = !knows));
  document.querySelectorAll('[data-passkey-missing]').forEach((notice) => (notice.hidden = knows));

  async function answer(form) {
    if (form.dataset.passkey === 'create') {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(form.dataset.options));
      return navigator.credentials.create({ publicKey });
    }
    // Asked for when it is needed: a sign-in page may stand open for hours.
    const begun = await fetch('/account/sign-in/passkey', { cache: 'no-store' }).then((r) => r.json());
    form.querySelector('[data-state]').value = begun.state;
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(begun.options));
    return navigator.credentials.get({ publicKey });
  }

  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (!form.matches?.('[data-passkey]')) {
      return;
    }
    event.preventDefault();
    const show = (which) =>
      ['failed', 'known'].forEach((name) => (form.querySelector(`[data-passkey-${name}]`).hidden = name !== which));
    const button = form.querySelector('button');
    show();
    button.disabled = true;
    try {
      const credential = await answer(form);
      form.querySelector('[data-credential]').value = JSON.stringify(credential.toJSON());
      // Without the event that would ask once more.
      form.submit();
    } catch (error) {
      show(error?.name === 'InvalidStateError' ? 'known' : 'failed');
      button.disabled = false;
    }
  });
})();
