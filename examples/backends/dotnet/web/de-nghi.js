// Shows what the unit has sent, sends what the form gives to the handler, and shows in the form what the handler found.
const HANDLER = 'nhan-ho-so.ashx';
const element = document.querySelector('[rulebook]');

fetch(`${HANDLER}?form=${element.getAttribute('form')}`, { headers: { Accept: 'application/json' } })
  .then((answer) => answer.json())
  .then(({ revision, submission }) => {
    if (submission) element.value = { ...submission, revision: revision + 1 };
  });

document.addEventListener('kl01-submit', async ({ target, detail: { submission, files } }) => {
  const data = new FormData();
  data.append('submission', JSON.stringify(submission));
  for (const file of files) data.append('submission_files[]', file, file.name);
  const answer = await fetch(HANDLER, { method: 'POST', body: data, headers: { Accept: 'application/json' } });
  const { findings, receipt } = await answer.json();
  if (!answer.ok) {
    target.findings = findings;
    return;
  }
  // The server has it, so this browser need not keep it.
  await target.clearDraft();
  document.getElementById('received').textContent =
    `Đã nhận hồ sơ. Bản số ${receipt.revision}, số biên nhận ${receipt.id}.`;
});
