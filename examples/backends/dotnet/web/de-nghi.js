// Sends what the form gives to the handler, and shows in the form what the handler found.
document.addEventListener('kl01-submit', async ({ target, detail: { submission, files } }) => {
  const data = new FormData();
  data.append('submission', JSON.stringify(submission));
  for (const file of files) data.append('submission_files[]', file, file.name);
  const answer = await fetch('nhan-ho-so.ashx', { method: 'POST', body: data });
  const { findings } = await answer.json();
  if (!answer.ok) {
    target.findings = findings;
    return;
  }
  // The server has it, so this browser need not keep it.
  await target.clearDraft();
  document.getElementById('received').textContent = 'Đã nhận hồ sơ.';
});
