// Sends what the form gives, and shows in the form what the server found. `serialize()` would leave the submission out: it
// asks only for inputs. `processData: false` keeps jQuery from making text of the files.
$(document).on('kl01-submit', function (event) {
  var form = event.target;
  var detail = event.originalEvent.detail;
  var data = new FormData();
  data.append('submission', JSON.stringify(detail.submission));
  $.each(detail.files, function (_, file) {
    data.append('submission_files[]', file, file.name);
  });
  $.ajax({ url: '/submissions', method: 'POST', data: data, processData: false, contentType: false })
    .done(function () {
      form.clearDraft();
      $('#notice').removeClass('hidden').text('Đã nhận hồ sơ.');
    })
    .fail(function (answer) {
      form.findings = (answer.responseJSON && answer.responseJSON.findings) || [
        {
          rule: 'host',
          severity: 'error',
          path: '',
          message: 'Máy chủ chưa nhận được hồ sơ. Hãy gửi lại sau ít phút.',
        },
      ];
    });
});
