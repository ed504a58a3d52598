// The server has it, so this browser need not keep it. An old browser has no such method, and no draft.
document.querySelector('kl01-nomination-form').clearDraft?.();
