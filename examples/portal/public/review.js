// Hands the page's data to the review board and stores each pick. One after the other, each on what the one before
// left; where another officer has picked in the meantime, the board shows what stands and the page says so.

const data = JSON.parse(document.getElementById('kl01-board').textContent);
const board = document.querySelector('kl01-review-board');
const told = document.getElementById('told');

customElements.whenDefined('kl01-review-board').then(() => {
  const { received, units, picks, pastAwards, links, notes } = data;
  Object.assign(board, { received, units, picks, pastAwards, links, notes });
});

let before = Promise.resolve();
board.addEventListener('kl01-pick', ({ detail }) => {
  before = before.then(() => store(detail)).catch(() => say(data.failed));
});

async function store({ selection, picks }) {
  const subject = `picks/${selection}`;
  const response = await fetch('/committee/picks', {
    method: 'POST',
    body: new URLSearchParams({
      _csrf: data.token,
      form: data.form,
      period: data.period,
      selection,
      seen: data.versions[subject] ?? 0,
      picks: JSON.stringify(picks),
    }),
  });
  if (![200, 409, 422].includes(response.status)) throw new Error(String(response.status));
  const answer = await response.json();
  // Beyond the totals: nothing is stored, the board goes back to what stands.
  if (response.status === 422) {
    board.picks = { ...board.picks, [selection]: answer.picks };
    return say(answer.findings.map(withCite).join(' '));
  }
  data.versions[subject] = answer.version;
  if (response.ok) return say('');
  board.picks = { ...board.picks, [selection]: answer.picks };
  say(data.overtaken.replace('{by}', answer.by));
}

function withCite({ message, cite }) {
  // A later document may give no clause.
  return cite ? `${message} (${[cite.clause, cite.document].filter(Boolean).join(', ')})` : message;
}

function say(sentence) {
  told.className = sentence ? 'alert alert-warning' : '';
  told.textContent = sentence;
}
