// Hands over what the host knows, once the form has its rulebook. A browser too old for it sees the sentence inside.
const form = document.querySelector('kl01-nomination-form');
const { received, posted, findings } = JSON.parse(document.getElementById('state').textContent);

form.addEventListener('kl01-ready', () => {
  // The server has it, so this browser need not keep it.
  if (received) form.clearDraft();

  // After a refused post the draft brings back what was typed, files included; where there is none, the page does.
  if (posted && JSON.stringify(form.value) !== JSON.stringify(posted)) form.value = posted;
  if (findings) form.findings = findings;
});
