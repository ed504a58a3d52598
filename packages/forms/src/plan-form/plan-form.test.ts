import { expect } from '@open-wc/testing';
import type { Submission } from '@kl01/rules';
import { completePlan, showPlan, type ShownPlan } from '../../test/plan-fixture.js';
import { waitUntil } from '../../test/wait-until.js';

describe('<kl01-plan-form>', () => {
  let form: ShownPlan;

  afterEach(() => {
    document.body.replaceChildren();
    localStorage.clear();
  });

  const value = (): Submission => form.element.value!;
  const duty = (): string => form.root.querySelector('.duty')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const tick = async (words: string): Promise<void> => {
    const option = [...form.root.querySelectorAll<HTMLLabelElement>('.posts label')].find((each) =>
      each.textContent?.includes(words),
    );
    option!.querySelector('input')!.click();
    await form.settle();
  };
  const answer = async (path: string, yes: boolean): Promise<void> => {
    form.root.querySelectorAll<HTMLInputElement>(`input[name="${path}"]`)[yes ? 0 : 1]!.click();
    await form.settle();
  };
  const commit = (posts: string[]) => completePlan({ person: { ...completePlan().person, posts } });

  describe('of a person', () => {
    it('says who must make a plan as the answers come, with the clause, and never too early', async () => {
      form = await showPlan();
      expect(duty()).to.contain('Chưa xác định được').and.to.contain('chức vụ');
      const spoken = form.root.querySelector('.duty[role=status]');
      await answer('/person/civilServant', false);
      await answer('/person/partyMember', true);
      expect(duty()).to.contain('còn phải trả lời: là đảng viên được miễn sinh hoạt; là đảng viên thuộc chi bộ bản');
      await answer('/person/exemptFromActivities', false);
      await answer('/person/hamletCell', true);
      await tick('Không giữ chức vụ nào');
      expect(duty()).to.equal(
        'Không thuộc diện phải lập kế hoạch; được khuyến khích lập. (mục II.3.2, văn bản số 107-KH/ThU)',
      );
      await tick('Bí thư chi bộ bản');
      expect(duty()).to.contain('Thuộc diện phải lập kế hoạch. Diện: Các đảng viên').and.to.contain('(mục II.3.2,');
      await answer('/person/civilServant', true);
      expect(duty()).to.contain('Diện: Cán bộ, công chức');
      expect(form.root.querySelector('.duty'), 'screen readers hear only what changes in one place').to.equal(spoken);
    });

    it('keeps “none of these posts” as an answer of its own', async () => {
      form = await showPlan();
      expect(value().person?.['posts'] ?? null).to.equal(null);
      await tick('Không giữ chức vụ nào');
      expect(value().person?.['posts']).to.deep.equal([]);
      await tick('Chủ tịch UBND');
      expect(value().person?.['posts']).to.deep.equal(['chu-tich-ubnd']);
      await tick('Chủ tịch UBND');
      expect(value().person?.['posts'] ?? null).to.equal(null);
    });

    it('makes one plan by the highest of several posts, whatever the order of ticking', async () => {
      form = await showPlan();
      await tick('Người đứng đầu chi bộ');
      expect(form.text()).not.to.contain('Giữ nhiều chức vụ');
      await tick('Ủy viên Ban Chấp hành');
      expect(form.text()).to.contain(
        'lập 01 kế hoạch, theo chức vụ cao nhất: Ủy viên Ban Chấp hành Đảng bộ thành phố. (mục II.3.2,',
      );
      expect(value().person?.['posts']).to.deep.equal(['uy-vien-bch', 'dung-dau-chi-bo']);
    });

    it('has the person that the host names, whatever the value says', async () => {
      form = await showPlan({ value: completePlan({ person: { id: 'nguoi-khac', name: 'Người Một' } }) });
      expect(value().person).to.include({ id: 'can-bo-17', name: 'Người Một' });
      form.element.personId = 'can-bo-18';
      await form.settle();
      expect(value().person).to.include({ id: 'can-bo-18', name: 'Người Một' });
      expect(form.has('/person/id')).to.equal(false);
    });

    it('asks for the person where the host names none', async () => {
      form = await showPlan();
      form.element.personId = null;
      await form.settle();
      await form.type('/person/id', 'can-bo-20');
      expect(value().person?.['id']).to.equal('can-bo-20');
    });

    it('names whom a copy goes to only where this person’s plan goes there', async () => {
      form = await showPlan();
      const copy = 'Cấp ủy cấp trên theo phân cấp quản lý';
      expect(form.text()).not.to.contain(copy);
      await answer('/person/headOfOffice', true);
      expect(form.text()).to.contain(copy);
    });

    it('offers no “không phát sinh”: a plan that plans nothing is none', async () => {
      form = await showPlan();
      expect(form.text()).not.to.contain('Không phát sinh');
    });
  });

  describe('commitments', () => {
    it('are asked where the highest post demands them, with their limits', async () => {
      form = await showPlan({ value: commit(['bi-thu-chi-bo-ban']) });
      form.element.value = { ...form.element.value!, commitments: [] };
      await form.settle();
      expect(form.has('/commitments')).to.equal(false);
      await tick('Chủ tịch UBND');
      expect(form.at('/commitments').textContent?.replace(/\s+/g, ' ')).to.contain(
        'Đăng ký từ 01 đến 02 việc cụ thể. Theo chức vụ: Chủ tịch UBND xã, phường. (mục II.3.2, văn bản số 107-KH/ThU) Chưa ghi việc nào.',
      );
    });

    it('are added up to the most, each with its group, and the focus goes to the new one', async () => {
      form = await showPlan({ value: commit(['dung-dau-chi-bo']) });
      await form.press('Thêm việc đăng ký');
      await form.settle();
      expect(form.root.activeElement?.getAttribute('name')).to.equal('/commitments/1/group');
      expect(form.text()).to.contain('Đã đủ số việc được đăng ký');
      form.root.querySelectorAll<HTMLInputElement>('input[name="/commitments/1/group"]')[1]!.click();
      await form.type('/commitments/1/title', 'Một cách làm mới.');
      expect(value().commitments).to.deep.equal([
        completePlan().commitments![0],
        { group: 'dot-pha', title: 'Một cách làm mới.' },
      ]);
      expect(form.element.check().valid).to.equal(true);
    });

    it('are removed and come back as they were', async () => {
      form = await showPlan({ value: completePlan() });
      await form.press('Bỏ việc thứ 1');
      await form.settle();
      expect(value().commitments).to.deep.equal([]);
      expect(form.root.activeElement?.id).to.equal('restore');
      await form.press('Khôi phục');
      expect(value().commitments).to.deep.equal(completePlan().commitments);
      expect(form.root.activeElement?.id).to.equal('/commitments/0/title');
    });

    it('stay, and are said to stay, when the posts do not ask for them any more', async () => {
      form = await showPlan({ value: completePlan() });
      await tick('Người đứng đầu chi bộ');
      await tick('Không giữ chức vụ nào');
      expect(value().commitments).to.have.length(1);
      expect(form.at('/commitments').textContent).to.contain('Nội dung đã viết vẫn được giữ');
    });

    it('a missing one is said at the list after an attempt, and the summary names which one is incomplete', async () => {
      form = await showPlan({ value: completePlan({ commitments: [] }) });
      await form.press('Gửi');
      expect(form.problemsAt('/commitments')).to.contain('việc cụ thể');
      await form.press('Thêm việc đăng ký');
      await form.press('Gửi');
      expect(form.root.getElementById('summary')!.textContent).to.contain('Việc thứ 1: Chưa có thông tin');
      expect(form.problemsAt('/commitments/0/title')).to.contain('Việc cụ thể');
    });

    it('ask for their results once the plan is stored, as its next revision', async () => {
      form = await showPlan({ value: completePlan() });
      expect(form.has('/commitments/0/result')).to.equal(false);
      form.element.value = { ...completePlan({ revision: 2 }) } as Submission;
      form.element.now = '2023-12-20T08:00:00+07:00';
      await form.settle();
      expect(form.at('window').textContent).to.contain('không tính là gửi muộn').and.not.to.contain('Quá hạn');
      await form.type('/commitments/0/result', 'Đã xong.');
      expect(value().revision).to.equal(2);
      expect(value().commitments![0]).to.include({ result: 'Đã xong.' });
      expect(form.element.check().findings).to.deep.equal([]);
    });
  });

  describe('of a body', () => {
    it('has no person; says who must by the group, and asks the sections of that group', async () => {
      form = await showPlan({ form: 'ke-hoach-tap-the', group: 'ubnd', attributes: { 'unit-id': 'ubnd-thanh-pho' } });
      expect(form.has('/person')).to.equal(false);
      expect(value().person).to.equal(undefined);
      expect(duty()).to.contain('Đơn vị thuộc diện phải lập').and.to.contain('(mục II.3.1, văn bản số 107-KH/ThU)');
      expect(form.has('/sections/hoc-tap-chuyen-de')).to.equal(true);
      expect(form.has('/sections/vai-tro-giam-sat')).to.equal(false);
      expect(form.has('/commitments')).to.equal(false);
    });

    it('tells a group that may from one that is exempt', async () => {
      form = await showPlan({ form: 'ke-hoach-tap-the', group: 'co-quan-khac' });
      expect(duty()).to.contain('không bắt buộc');
      document.body.replaceChildren();
      form = await showPlan({ form: 'ke-hoach-tap-the', group: 'chi-bo-ban-to-dan-pho' });
      expect(duty()).to.contain('không thuộc diện');
    });
  });

  describe('like the other forms', () => {
    it('is not sent while something is missing, is sent when nothing is', async () => {
      form = await showPlan({ value: completePlan({ adoption: null }) });
      let sent: Submission | null = null;
      form.element.addEventListener('kl01-submit', ({ detail }) => (sent = detail.submission));
      await form.press('Gửi');
      expect(sent).to.equal(null);
      expect(form.root.activeElement?.id).to.equal('summary');
      await form.press('Chưa có thông tin');
      expect(form.root.activeElement?.id).to.equal('/adoption/body');
      await form.type('/adoption/body', 'Chi bộ Một');
      await form.type('/adoption/date', '4/1/2023');
      await form.press('Gửi');
      expect(sent).to.deep.include({ adoption: { body: 'Chi bộ Một', date: '2023-01-04' } });
    });

    it('keeps what is typed, and asks before one person’s draft is put over another’s plan', async () => {
      form = await showPlan({ attributes: { draft: 'can-bo' } });
      await form.type('/sections/tu-tuong', 'Đang viết dở');
      await new Promise((resolve) => setTimeout(resolve, 700));
      document.body.replaceChildren();
      form = await showPlan({ attributes: { draft: 'can-bo', 'person-id': 'can-bo-18' } });
      expect(value().sections?.['tu-tuong'] ?? null).to.equal(null);
      expect(form.text()).to.contain('còn một bản nháp');
      document.body.replaceChildren();
      form = await showPlan({ attributes: { draft: 'can-bo' } });
      expect(value().sections?.['tu-tuong']).to.equal('Đang viết dở');
    });

    it('posts with the host’s form under its name', async () => {
      const host = document.createElement('form');
      document.body.append(host);
      form = await showPlan({ value: completePlan(), attributes: { name: 'submission' }, into: host });
      await waitUntil(() => String(new FormData(host).get('submission')).includes('can-bo-17'));
      const posted = JSON.parse(String(new FormData(host).get('submission'))) as Submission;
      expect(posted.person).to.include({ id: 'can-bo-17' });
    });

    it('shows the server’s findings beside their fields', async () => {
      form = await showPlan({
        value: completePlan(),
        findings: [
          { rule: 'x', severity: 'error', path: '/commitments/0/title', message: 'Nêu rõ thời hạn.', params: {} },
        ],
      });
      expect(form.problemsAt('/commitments/0/title')).to.contain('Nêu rõ thời hạn.');
      await form.type('/commitments/0/title', 'Xong trước 30/6/2023.');
      expect(form.problemsAt('/commitments/0/title')).to.equal('');
    });

    it('has room for what came of the plan from the second revision on, where nothing was committed to as well', async () => {
      const person = { ...completePlan().person, posts: [] };
      form = await showPlan({ value: completePlan({ person, commitments: [] }) });
      expect(form.has('/result')).to.equal(false);
      document.body.replaceChildren();
      form = await showPlan({ value: completePlan({ revision: 2, person, commitments: [] }) });
      expect(form.text()).not.to.contain('Việc thứ 1');
      await form.type('/result', 'Đã làm đủ.');
      expect(value().result).to.equal('Đã làm đủ.');
      expect(form.element.check().valid).to.equal(true);
    });

    it('has the same room in the plan of a body', async () => {
      form = await showPlan({ form: 'ke-hoach-tap-the', value: { revision: 2 } });
      await form.type('/result', 'Đã hoàn thành.');
      expect(value().result).to.equal('Đã hoàn thành.');
    });

    it('read-only, shows all and changes nothing', async () => {
      form = await showPlan({ value: completePlan(), attributes: { readonly: '' } });
      await tick('Chủ tịch UBND');
      expect(value().person?.['posts']).to.deep.equal(['dung-dau-chi-bo']);
      expect(form.root.querySelector('.adding')).to.equal(null);
      expect(form.text()).to.contain('Việc thứ 1');
    });

    it('prints everything as running text', async () => {
      form = await showPlan({ value: completePlan() });
      window.dispatchEvent(new Event('beforeprint'));
      await form.settle();
      const printed = form.root.querySelector('.printed')!.textContent!.replace(/\s+/g, ' ');
      for (const words of [
        'Người Một',
        'Người đứng đầu chi bộ',
        'Năm.',
        'Giải quyết dứt điểm',
        'Chi bộ Một',
        '04/01/2023',
      ]) {
        expect(printed).to.contain(words);
      }
      window.dispatchEvent(new Event('afterprint'));
    });
  });
});
