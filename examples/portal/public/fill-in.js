// Hands the page's data to its kl01 form: what the server has, and what it found in a post that it did not store.
// The data are in a block that browsers do not run; this file and the forms are the only scripts of the portal.

const data = JSON.parse(document.getElementById('kl01-data')?.textContent ?? 'null');
const shown = document.querySelector('[rulebook]:not(.kl01-forget)');

// Word files made in the page: nothing of it loads before somebody prints.
if (shown) shown.exporters = () => import('/assets/exporters/kl01-exporters.js');

if (shown && data) {
  // As soon as the element is there and before it has its rulebook, so that it shows this first.
  customElements.whenDefined(shown.localName).then(() => {
    shown.value = data.value;
    if (data.findings) shown.findings = data.findings;
  });

  // After a refused post the draft brings back what was typed. A browser that keeps no drafts gets it from the page.
  shown.addEventListener('kl01-ready', () => {
    if (data.posted && contentOf(shown.value) !== contentOf(data.posted)) {
      shown.value = data.posted;
    }
    // Until here the page itself said that something was refused; from here on the form says what, with links.
    for (const notice of document.querySelectorAll('[data-until-ready]')) {
      notice.remove();
      shown.updateComplete.then(() => shown.shadowRoot.querySelector('[part~=summary]')?.focus());
    }
  });
}

// What was sent is kept in this browser no longer.
for (const forgotten of document.querySelectorAll('.kl01-forget')) {
  forgotten.addEventListener('kl01-ready', () => forgotten.clearDraft());
}

// Neither is what an officer has said at sign-out to delete.
const leaving = document.querySelector('[data-forget]');
if (leaving) {
  customElements
    .whenDefined('kl01-report-form')
    .then(() => customElements.get('kl01-report-form').forgetDrafts(leaving.dataset.forget))
    .then(() => (leaving.textContent = leaving.dataset.forgotten));
}

/** The same for two submissions that say the same, whatever the order of their members and however empty ones are written. */
function contentOf(submission) {
  return JSON.stringify(submission, (_name, value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value ?? undefined;
    const filled = Object.entries(value).filter(([, each]) => each !== null);
    return Object.fromEntries(filled.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
