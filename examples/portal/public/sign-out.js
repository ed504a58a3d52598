// Signing out with typed work in this browser asks first: whether to keep it here or to delete it. Without a script
// nothing was typed and nothing is kept, and the button signs out by itself.

const signOut = document.getElementById('sign-out');
const asks = document.getElementById('sign-out-asks');

signOut?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const count = await keptDrafts(signOut.dataset.draft);
  if (count === 0) return signOut.submit();
  asks.querySelector('[data-count]').textContent = count;
  asks.showModal();
});

asks?.querySelector('[data-stay]').addEventListener('click', () => asks.close());

/** How many drafts there are, what was typed a moment ago included. */
async function keptDrafts(draft) {
  try {
    if (localStorage.length === 0 && !document.querySelector('[rulebook][draft]')) return 0;
    if (!customElements.get('kl01-report-form')) await import('/assets/forms/kl01-forms.js');
    // A form keeps what is typed within half a second.
    if (document.querySelector('[rulebook][draft]:not([hidden])')) await new Promise((done) => setTimeout(done, 600));
    return customElements.get('kl01-report-form').keptDrafts(draft);
  } catch {
    return 0;
  }
}
