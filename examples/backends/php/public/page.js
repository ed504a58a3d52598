// What the server knows, given to the element. A browser that is too old for the element sees the sentence inside it.
const form = document.querySelector('kl01-nomination-form');
const { received, value, findings } = JSON.parse(document.getElementById('state').textContent);
if (received) {
  // The server has it, so this browser need not keep it.
  form.clearDraft?.();
} else {
  form.value = value;
  form.findings = findings;
}
