// Sends the form of the page without leaving it, so that a line that is down or a server in trouble costs nobody their
// page: what was typed stays where it is, and the button sends it again. What this does not understand, the browser posts
// itself, and shows the page that comes back. Sending twice stores once: the server knows the same content again.

const form = document.querySelector('form[data-send]');
const failed = document.getElementById('send-failed');

if (form && failed) {
  const button = form.querySelector('[data-busy]');
  const label = button?.textContent;
  let busy = false;

  form.addEventListener('submit', async (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (busy) return;
    turnBusy(true);
    failed.replaceChildren();
    try {
      await post(new FormData(form));
    } finally {
      turnBusy(false);
    }
  });

  function turnBusy(now) {
    busy = now;
    if (!button) return;
    button.setAttribute('aria-disabled', String(now));
    button.textContent = now ? button.dataset.busy : label;
  }

  async function post(body) {
    let response;
    try {
      response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
    } catch {
      return say(failed.dataset.offline);
    }
    const answer = await response.json().catch(() => null);
    if (response.ok && answer?.location) return location.assign(answer.location);
    if (answer?.text) return say(answer.text, answer.signIn && failed.dataset.signIn);
    if (answer?.findings && !answer.page) return show(answer.findings);
    if (response.status >= 500) return say(failed.dataset.trouble);
    // Not `requestSubmit()`, which would come here again.
    form.submit();
  }

  /** What the server found stands beside the fields and in the form's own summary. */
  async function show(findings) {
    const element = form.querySelector('[rulebook]');
    element.findings = findings;
    await element.updateComplete;
    element.shadowRoot.querySelector('[part~=summary]')?.focus();
  }

  function say(sentence, signIn) {
    const paragraph = document.createElement('p');
    paragraph.textContent = sentence;
    paragraph.className = 'mb-0';
    failed.replaceChildren(paragraph);
    if (signIn) {
      const link = document.createElement('a');
      link.href = signIn;
      link.className = 'alert-link';
      link.textContent = failed.dataset.signInLabel;
      failed.append(link);
    }
    failed.scrollIntoView({ block: 'nearest' });
  }
}
