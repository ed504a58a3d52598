import { expect } from '@open-wc/testing';
import type { FileEntry, RulebookForm, Submission } from '@kl01/rules';
import { controllerHost } from '../../test/controller-host.js';
import { completeIndividual, completeSubmission, richRulebook } from '../../test/fixture.js';
import { documentEntries, withRefs } from './document-entries.js';
import { FilesController, type FileLimits } from './files.js';

const form = richRulebook().forms[0] as RulebookForm;

function fileOf(name: string, content: string): File {
  return new File([content], name, { type: 'application/pdf' });
}

async function taken(files: FilesController, name: string, content = name): Promise<FileEntry> {
  const answer = await files.add(fileOf(name, content));
  if (!('entry' in answer)) throw new Error(`${name} was not taken`);
  return answer.entry;
}

function controller(limits: Partial<FileLimits> = {}): FilesController {
  const files = new FilesController(controllerHost());
  files.limits = { maxFileBytes: null, maxRequestBytes: null, maxFiles: null, ...limits };
  return files;
}

/** `xac-nhan` of the slate, and one nominee's `bao-cao` with its enclosure */
function submissionWith(slate: FileEntry[], report: FileEntry[] = [], enclosure: FileEntry[] = []): Submission {
  const nominee = completeIndividual('nguoi-1', { documents: { 'qd-xep-loai': enclosure, 'bao-cao': report } });
  return { ...completeSubmission([nominee]), documents: { 'xac-nhan': slate } } as Submission;
}

describe('the files of a form', () => {
  it('are named by their SHA-256', async () => {
    expect(await taken(controller(), 'a.pdf', 'abc')).to.deep.equal({
      name: 'a.pdf',
      size: 3,
      type: 'application/pdf',
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
  });

  it('have names in composed letters, and a type even where the browser knows none', async () => {
    const answer = await controller().add(new File(['a'], 'Báo cáo.xyz'.normalize('NFD')));
    expect(answer).to.deep.include({
      entry: {
        name: 'Báo cáo.xyz',
        size: 1,
        type: 'application/octet-stream',
        sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
      },
    });
  });

  it('go in the order of the dossier, the slate’s before the nominees’, an item before its enclosures', async () => {
    const files = controller();
    const [enclosure, report, slate] = [
      await taken(files, 'qd.pdf'),
      await taken(files, 'bao-cao.pdf'),
      await taken(files, 'xac-nhan.pdf'),
    ];
    const submission = submissionWith([slate], [report], [enclosure]);
    expect(files.outgoing(submission, form).map(({ name }) => name)).to.deep.equal([
      'xac-nhan.pdf',
      'bao-cao.pdf',
      'qd.pdf',
    ]);
    expect(documentEntries(submission, form).map(({ path }) => path)).to.deep.equal([
      '/documents/xac-nhan/0',
      '/nominees/0/documents/bao-cao/0',
      '/nominees/0/documents/qd-xep-loai/0',
    ]);
  });

  it('go once, however often they are named; what the host has goes no more', async () => {
    const files = controller();
    const twice = await taken(files, 'a.pdf');
    const there = { ...(await taken(files, 'b.pdf')), ref: 'kho/1' };
    expect(files.outgoing(submissionWith([twice, there], [twice]), form).map(({ name }) => name)).to.deep.equal([
      'a.pdf',
    ]);
  });

  it('are forgotten when nothing names them any more', async () => {
    const files = controller();
    const kept = await taken(files, 'a.pdf');
    const dropped = await taken(files, 'b.pdf');
    files.prune(submissionWith([kept]));
    expect([files.has(kept), files.has(dropped)]).to.deep.equal([true, false]);
  });

  it('in which nothing stands are told, and not taken', async () => {
    const files = controller();
    expect(await files.add(fileOf('rong.pdf', ''))).to.deep.equal({ problem: { kind: 'empty', name: 'rong.pdf' } });
    expect(files.all.size).to.equal(0);
  });

  it('are kept as copies, with their name, type and time', async () => {
    const files = controller();
    const chosen = new File(['a'], 'Báo cáo.pdf', { type: 'application/pdf', lastModified: 1_680_000_000_000 });
    const answer = await files.add(chosen);
    const kept = files.all.get('entry' in answer ? answer.entry.sha256 : '');
    expect(kept).not.to.equal(chosen);
    expect([kept?.name, kept?.type, kept?.lastModified]).to.deep.equal([chosen.name, chosen.type, chosen.lastModified]);
  });

  it('that cannot be read any more are told, not thrown', async () => {
    const moved = fileOf('a.pdf', 'a');
    moved.slice = () =>
      Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new DOMException('moved', 'NotReadableError')) });
    expect(await controller().add(moved)).to.deep.equal({ problem: { kind: 'unreadable', name: 'a.pdf' } });
  });
});

describe('the host’s limits', () => {
  it('a file over max-file-bytes is refused when chosen; one of exactly as many is taken', async () => {
    const files = controller({ maxFileBytes: 3 });
    expect(await files.add(fileOf('to.pdf', '1234'))).to.deep.equal({
      problem: { kind: 'file-bytes', name: 'to.pdf', size: 4, max: 3 },
    });
    expect(await files.add(fileOf('vua.pdf', '123'))).to.have.property('entry');
  });

  it('max-files counts what goes', async () => {
    const files = controller({ maxFiles: 1 });
    const [a, b] = [await taken(files, 'a.pdf'), await taken(files, 'b.pdf')];
    expect(files.problems(submissionWith([a]), form)).to.deep.equal([]);
    expect(files.problems(submissionWith([a, b]), form)).to.deep.equal([{ kind: 'files', count: 2, max: 1 }]);
  });

  it('max-request-bytes counts the files, the JSON and what is around them', async () => {
    const files = controller();
    const submission = submissionWith([await taken(files, 'a.pdf', 'x'.repeat(10_000))]);
    const json = new TextEncoder().encode(JSON.stringify(submission)).length;
    files.limits = { ...files.limits, maxRequestBytes: 10_000 + json };
    const [problem] = files.problems(submission, form);
    expect(problem).to.include({ kind: 'request-bytes', max: 10_000 + json });
    files.limits = { ...files.limits, maxRequestBytes: 10_000 + json + 600 };
    expect(files.problems(submission, form)).to.deep.equal([]);
  });

  it('max-request-bytes does not count files that go one by one', async () => {
    const files = controller({ maxRequestBytes: 9000 });
    const submission = submissionWith([await taken(files, 'a.pdf', 'x'.repeat(10_000))]);
    expect(files.problems(submission, form)).to.have.length(1);
    expect(files.problems(submission, form, { oneByOne: true })).to.deep.equal([]);
  });

  it('the estimate is not below what a browser sends', async () => {
    const files = controller({ maxRequestBytes: 1 });
    const names = ['a.pdf', 'Báo cáo thành tích của đồng chí.pdf', `${'dài '.repeat(20)}.pdf`];
    const entries = await Promise.all(names.map((name) => taken(files, name)));
    const submission = submissionWith(entries);
    const data = new FormData();
    data.append('submission', JSON.stringify(submission));
    for (const file of files.outgoing(submission, form)) data.append('submission_files[]', file, file.name);
    const sent = (await new Response(data).arrayBuffer()).byteLength;
    const [problem] = files.problems(submission, form);
    expect(problem && 'size' in problem && problem.size).to.be.at.least(sent);
  });
});

describe('sending one by one', () => {
  it('asks the host for each, and writes its answers beside the files', async () => {
    const files = controller();
    const submission = submissionWith([await taken(files, 'a.pdf'), await taken(files, 'b.pdf')]);
    const refs = await files.upload(submission, form, ({ name }) => Promise.resolve({ ref: `kho/${name}` }));
    const entries = documentEntries(withRefs(submission, refs!)).map(({ entry }) => entry.ref);
    expect(entries).to.deep.equal(['kho/a.pdf', 'kho/b.pdf']);
    expect(files.progress).to.equal(null);
  });

  it('stops at the first that fails, says which, and goes on with it', async () => {
    const files = controller();
    const submission = submissionWith([await taken(files, 'a.pdf'), await taken(files, 'b.pdf')]);
    const asked: string[] = [];
    let down = true;
    const upload = ({ name }: File): Promise<{ ref: string }> => {
      asked.push(name);
      return name === 'b.pdf' && down
        ? Promise.reject(Object.assign(new Error('bận'), { retryAfter: 30 }))
        : Promise.resolve({ ref: name });
    };
    expect(await files.upload(submission, form, upload)).to.equal(null);
    expect(files.progress).to.deep.equal({
      sent: 1,
      total: 2,
      name: 'b.pdf',
      failed: { message: 'bận', retryAfterSeconds: 30 },
    });
    down = false;
    expect((await files.upload(submission, form, upload))?.size).to.equal(2);
    expect(asked).to.deep.equal(['a.pdf', 'b.pdf', 'b.pdf']);
  });
});
