// Hands the page's data to its kl01 form: what it starts from, and what the server found.
// The data are in a block that browsers do not run; this file and the forms are the only scripts.
const form = document.querySelector('kl01-nomination-form, kl01-report-form');
const data = JSON.parse(document.getElementById('kl01-data').textContent);

if (form) {
  customElements.whenDefined(form.localName).then(() => {
    form.value = data.value;
    if (data.findings) form.findings = data.findings;
  });
}
