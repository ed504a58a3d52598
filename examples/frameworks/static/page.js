// No server takes a post here: the page tells what would be sent, and what is wrong with how the form was embedded.
const told = (sentence) => (document.getElementById('told').textContent = sentence);
document.addEventListener('kl01-error', ({ detail }) => told(detail.message));
document.addEventListener('kl01-submit', ({ detail: { submission, files } }) => {
  told(`Hồ sơ hợp lệ: ${submission.nominees.length} đối tượng, ${files.length} tệp. Trang mẫu này không gửi đi.`);
});
// The documents are made in the page, when somebody asks for them.
const exporters = new URL('../../../packages/exporters/dist/browser/kl01-exporters.js', document.baseURI);
document.querySelector('kl01-nomination-form').exporters = () => import(exporters.href);
