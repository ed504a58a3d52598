import '@kl01/forms/define';
import type { ReceivedFinding, SubmitEvent } from '@kl01/forms';
import type {} from '@kl01/forms/react';
import { useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

/** What your server says of whoever is signed in. */
const unit = { id: 'dang-bo-phuong-so-1', group: 'dang-bo', name: 'Đảng bộ phường số 1' };

function Nomination(): ReactElement {
  const [findings, setFindings] = useState<readonly ReceivedFinding[]>([]);
  const [received, setReceived] = useState(false);

  async function send({ target, detail: { submission, files } }: SubmitEvent): Promise<void> {
    const data = new FormData();
    data.append('submission', JSON.stringify(submission));
    for (const file of files) data.append('submission_files[]', file, file.name);
    const answer = await fetch('/submissions', { method: 'POST', body: data });
    if (!answer.ok) return setFindings(((await answer.json()) as { findings: ReceivedFinding[] }).findings);
    setReceived(true);
    await (target as HTMLElementTagNameMap['kl01-nomination-form']).clearDraft();
  }

  return (
    <main>
      {received && <p role="status">Đã nhận hồ sơ.</p>}
      <kl01-nomination-form
        rulebook="/rulebooks/hai-phong.kien-an.2023.json"
        form="de-nghi-cap-quan"
        unitId={unit.id}
        unitGroup={unit.group}
        unitName={unit.name}
        now="2023-03-22T08:00:00+07:00"
        draft="can-bo-17"
        findings={findings}
        exporters={() => import('@kl01/exporters')}
        onkl01-submit={(event) => void send(event)}
      />
    </main>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Nomination />);
